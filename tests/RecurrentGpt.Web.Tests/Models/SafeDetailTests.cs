using System.Net;
using System.Text;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class SafeDetailTests
{
    private const string Key = "Ab+9/xY=&<q\"4711";

    public static TheoryData<string> Writings =>
    [
        Key, Uri.EscapeDataString(Key), Uri.EscapeDataString(Key).ToLowerInvariant(), WebUtility.HtmlEncode(Key), Convert.ToBase64String(Encoding.UTF8.GetBytes(Key)), $"Bearer {Key}",
    ];

    [Theory]
    [MemberData(nameof(Writings))]
    public void Of_KeyInAnyWriting_LeavesItOut(string writing)
    {
        var shown = new SafeDetail(Key).Of($"The server said: {writing} is wrong.");

        Assert.DoesNotContain(writing, shown, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("The server said: ", shown, StringComparison.Ordinal);
        Assert.EndsWith("is wrong.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoKey_KeepsTheWordsInOneLine() => Assert.Equal("No such model.", new SafeDetail(null).Of("No such\n  model. "));
}
