using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Coverage;

/// <summary>A paragraph compared with its plan by a model, from the desk to the rows and back.</summary>
public sealed class AskCoverageTests
{
    [Fact]
    public async Task Ask_Reply_StandsBesideTheParagraphUntilItsTextChanges()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Reply("Coverage:\n1: done \"went down to the shore\"");

        await AskAsync(desk);

        Assert.Equal(OutcomeKind.Compared, desk.View.Outcome!.Kind);
        Assert.Single(desk.Chat.Requests);
        var coverage = desk.View.Draft!.Paragraphs[^1].Coverage!;
        Assert.Equal([new CoveredSentence("Go down to the shore.", CoverageMark.Done, "went down to the shore")], coverage.Sentences);
        Assert.Equal(desk.View.Draft.Paragraphs[^1].Version, coverage.ParagraphVersion);

        await desk.Session.SaveParagraphAsync(new(desk.View.Draft.Paragraphs[^1], "She stayed."));

        Assert.NotEqual(desk.View.Draft.Paragraphs[^1].Version, desk.View.Draft.Paragraphs[^1].Coverage!.ParagraphVersion);
    }

    [Fact]
    public async Task Ask_Fails_LeavesWhatWasFoundBeforeAndNothingToKeep()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Reply("Coverage:\n1: missing").Fail(new StepFailure(FailureKind.Unauthorized));
        await AskAsync(desk);

        await AskAsync(desk);

        Assert.Equal((OutcomeKind.Failed, FailureKind.Unauthorized), (desk.View.Outcome!.Kind, desk.View.Outcome.Failure!.Kind));
        Assert.Equal(CoverageMark.Missing, desk.View.Draft!.Paragraphs[^1].Coverage!.Sentences.Single().Mark);
        Assert.Null(desk.View.Leftover);
    }

    private static async Task AskAsync(TestDesk desk)
    {
        var head = desk.View.Draft!.Head!.Id;
        await desk.Session.RunAsync(view => NextRun.OfCoverage(view, head));
        await desk.UntilDoneAsync();
    }
}
