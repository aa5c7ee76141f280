using Bunit;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

public sealed class LeftoverCardTests : DeskContext
{
    private readonly List<string> _asked = [];

    [Theory]
    [InlineData("Keep as the paragraph", "keep")]
    [InlineData("Write it again", "again")]
    [InlineData("Drop it", "drop")]
    public void Click_Stopped_AsksForTheChoice(string button, string expected)
    {
        var card = Draw(DeskSamples.Stopped);

        Button(card, button).Click();

        Assert.Equal([expected], _asked);
        Assert.Contains("The rope came up wet, and", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FailedWithoutProse_SaysWhyAndOffersToTryAgain()
    {
        var card = Draw(DeskSamples.Stopped with { State = RunState.Failed, Partial = "", Failure = new StepFailure(FailureKind.Unauthorized) });

        Assert.Equal(["Try again", "Dismiss"], Names(card));
        Assert.NotEmpty(card.Find(".why").TextContent);
    }

    [Fact]
    public void Render_NewPlansFailed_OffersNoKeeping()
    {
        var request = new RunRequest(DeskSamples.StoryId, RunKind.NewPlans) { ParentId = DeskSamples.Head.Id };

        var card = Draw(DeskSamples.Stopped with { Request = request, State = RunState.Failed, Failure = new StepFailure(FailureKind.Refused) });

        Assert.Equal(["Try again", "Dismiss"], Names(card));
    }

    private IRenderedComponent<LeftoverCard> Draw(Run leftover) => Render<LeftoverCard>(part => part
        .Add(card => card.Leftover, leftover)
        .Add(card => card.OnKeep, () => _asked.Add("keep"))
        .Add(card => card.OnAgain, () => _asked.Add("again"))
        .Add(card => card.OnDrop, () => _asked.Add("drop")));
}
