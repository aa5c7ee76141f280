using Bunit;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class StatusLineTests : DeskContext
{
    [Fact]
    public void Render_NothingToSay_IsAnEmptyLiveRegion()
    {
        var line = Draw(DeskSamples.View);

        var region = line.Find("[role=status]");
        Assert.Equal("Status", region.GetAttribute("aria-label"));
        Assert.Equal("", region.TextContent.Trim());
    }

    [Fact]
    public void Render_SampleWriter_SaysThatItsProseIsASample()
    {
        var line = Draw(DeskSamples.View with { IsSample = true });

        Assert.Contains("its prose is only a sample", line.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("/settings", line.Find("a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("English", false)]
    [InlineData("中文", false)]
    [InlineData("日本語", true)]
    [InlineData("Klingon", true)]
    public void Render_SampleWriterOfAStoryInAnotherLanguage_SaysThatItDoesNotWriteIt(string language, bool isTold)
    {
        var draft = DeskSamples.View.Draft!;
        var story = draft.Story with { Card = draft.Story.Card with { Language = language } };

        var line = Draw(DeskSamples.View with { IsSample = true, Draft = draft with { Story = story } });

        Assert.Equal(isTold, line.Find(".sample").TextContent.Contains($"is not {language}, and only a sample", StringComparison.Ordinal));
    }

    [Fact]
    public void Render_WaitingToRetry_CountsDownBesideTheRegion()
    {
        var waiting = new StepEvent.Waiting(TimeSpan.FromSeconds(30), new StepFailure(FailureKind.RateLimited), 2);
        var line = Draw(DeskSamples.View with { Live = DeskSamples.Live.After(waiting, Clock.GetUtcNow()) });

        Clock.Advance(TimeSpan.FromSeconds(10));

        line.WaitForAssertion(() => Assert.Equal("20 s", line.Find(".countdown").TextContent));
        Assert.Empty(line.FindAll("[role=status] .countdown"));
        Assert.Contains("attempt 2", line.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Failed_IsMarked()
    {
        var line = Draw(DeskSamples.View with { Outcome = DeskOutcome.OfFailure(new StepFailure(FailureKind.Unauthorized)) });

        Assert.Equal("failed", line.Find(".said").GetAttribute("data-kind"));
    }

    [Fact]
    public void Render_WaitingForRoom_SaysThatItIsWrittenWhyItIsNotSavedAndWhenItIsTriedAgain()
    {
        var waiting = new StepEvent.StoreWaiting(TimeSpan.FromSeconds(4), new StepFailure(FailureKind.DiskFull, "/stories"), 3);

        var line = Draw(DeskSamples.View with { Live = DeskSamples.Live.After(waiting, Clock.GetUtcNow()) });

        var said = line.Find(".said").TextContent;
        Assert.StartsWith("It is written but not saved yet", said, StringComparison.Ordinal);
        Assert.Contains("The disk that holds your stories is full. Free some space", said, StringComparison.Ordinal);
        Assert.EndsWith("The folder is /stories.", said, StringComparison.Ordinal);
        Assert.Contains("4", line.Find(".countdown").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<StatusLine> Draw(DeskView view) => Render<StatusLine>(part => part.Add(line => line.View, view));
}
