using RecurrentGpt.Web.Features.Kept;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Features.Kept;

public sealed class KeptTextTests
{
    [Theory]
    [InlineData("", "0-811c9dc5")]
    [InlineData("a", "1-e40c292c")]
    [InlineData("The lamp 灯 \U0001F3EE", "13-6f33d18f")]
    public void Mark_Text_IsThatOfTheBrowser(string text, string mark) => Assert.Equal(mark, KeptText.Mark(text));

    [Theory]
    [InlineData("One.\r\nTwo.")]
    [InlineData("One.\rTwo.")]
    public void Mark_OtherLineEnds_IsTheSame(string text) => Assert.Equal(KeptText.Mark("One.\nTwo."), KeptText.Mark(text));

    [Fact]
    public void Mark_OtherText_Differs() => Assert.NotEqual(KeptText.Mark("She waits."), KeptText.Mark("She waist."));

    [Fact]
    public void Keys_AreNeverKept()
    {
        var fields = Directory.GetFiles(Path.Combine(ContentRoot.Find(), "src", "RecurrentGpt.Web", "Features", "Settings"), "*.razor");

        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.DoesNotContain("data-keep", File.ReadAllText(field), StringComparison.Ordinal));
    }
}
