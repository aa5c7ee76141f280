using RecurrentGpt.Web.Features.Export;
using YamlDotNet.Serialization;

namespace RecurrentGpt.Web.Tests.Features.Export;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("Plain words")]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("2026-11-21")]
    [InlineData("- a: b # c")]
    [InlineData("She said \"no\" \\ twice")]
    [InlineData("two\nlines\r\nand\ta tab")]
    [InlineData("\u0001\u0085\u2028\u2029\uFEFF")]
    [InlineData("雨夜里的灯 🐦 …")]
    [InlineData("--- '%TAG' &x *y !z |")]
    public void Quote_AnyText_IsReadBackAsItWas(string text)
    {
        var read = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>($"title: {YamlText.Quote(text)}\n");

        Assert.Equal(text, read["title"]);
    }
}
