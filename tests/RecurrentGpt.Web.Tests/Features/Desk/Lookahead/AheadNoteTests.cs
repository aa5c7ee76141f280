using Bunit;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk.Lookahead;

namespace RecurrentGpt.Web.Tests.Features.Desk.Lookahead;

public sealed class AheadNoteTests : DeskContext
{
    [Theory]
    [InlineData(AheadSign.Writing, "Writing ahead …")]
    [InlineData(AheadSign.Ready, "Written ahead")]
    [InlineData(AheadSign.Stale, "Out of date")]
    [InlineData(AheadSign.Failed, "Not written ahead")]
    public void Render_Sign_SaysHowFarItIs(AheadSign sign, string expected)
    {
        var note = Render<AheadNote>(part => part.Add(shown => shown.Mark, new AheadMark(sign)));

        Assert.Equal(expected, note.Find("span").TextContent);
        Assert.NotEqual("", note.Find("span").GetAttribute("title"));
    }

    [Fact]
    public void Render_Nothing_DrawsNothing()
    {
        Assert.Equal("", Render<AheadNote>(part => part.Add(shown => shown.Mark, null)).Markup.Trim());
    }

    [Fact]
    public void Render_Failed_SaysWhy()
    {
        var note = Render<AheadNote>(part => part.Add(shown => shown.Mark, new AheadMark(AheadSign.Failed) { Failure = new StepFailure(FailureKind.Unauthorized) }));

        Assert.Contains("key", note.Find("span").GetAttribute("title"), StringComparison.Ordinal);
    }
}
