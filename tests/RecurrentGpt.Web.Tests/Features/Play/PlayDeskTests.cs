using RecurrentGpt.Play;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Play;

namespace RecurrentGpt.Web.Tests.Features.Play;

public sealed class PlayDeskTests
{
    [Fact]
    public async Task Play_TwelveTurns_EndsTheStoryWithOneRequestATurn()
    {
        await using var story = await StoryInPlay.BeginAsync();

        await story.PlayAsync(12);

        Assert.Equal(PlaySamples.Ending, story.Head.Turn);
        Assert.Equal(PlayStage.Ended, story.Scene.Stage);
        Assert.Equal(12, story.Desk.Chat.Requests.Count);
        Assert.Equal(Enumerable.Range(1, 12), story.Scene.Passages.Skip(3).Select(passage => passage.Turn?.Number ?? 0));
        Assert.Equal("I do thing 2.", story.Scene.Passages[4].Action);
    }

    [Fact]
    public async Task Undo_ATurn_GoesBackAndSendsNothing()
    {
        await using var story = await StoryInPlay.BeginAsync();
        await story.PlayAsync(2);

        await story.Desk.Session.UndoAsync();

        Assert.Equal(1, story.Head.Turn?.Number);
        Assert.Equal(2, story.Scene.Turn?.Number);
        Assert.Equal("I do thing 2.", story.View.Edits?.OwnPlan.Text);
        Assert.Equal(2, story.Desk.Chat.Requests.Count);
    }

    [Fact]
    public async Task Replay_FromTurnFive_ChoosesItAnewAndKeepsWhatWasPlayed()
    {
        await using var story = await StoryInPlay.BeginAsync();
        await story.PlayAsync(6);

        await story.Play.ReplayAsync(story.Scene.Passages.Single(passage => passage.Turn?.Number == 5));
        var standing = story.Head.Turn?.Number;
        await story.ActAsync("I do otherwise.");

        Assert.Equal(4, standing);
        Assert.Equal(5, story.Head.Turn?.Number);
        Assert.Equal("I do otherwise.", story.Head.Plan.Text);
        Assert.Equal(3 + 6 + 1, await story.CountStepsAsync());
        Assert.Equal(7, story.Desk.Chat.Requests.Count);
    }

    [Fact]
    public async Task Choose_PressedTwice_TakesOneTurn()
    {
        await using var story = await StoryInPlay.BeginAsync();
        var choice = story.Scene.Choices[0];
        await story.WriteAsync(() => story.Play.ChooseAsync(choice));

        await story.Play.ChooseAsync(choice);

        Assert.Equal(1, story.Head.Turn?.Number);
        Assert.Single(story.Desk.Chat.Requests);
    }

    [Fact]
    public async Task End_BeforeItsTime_IsTheEnding()
    {
        await using var story = await StoryInPlay.BeginAsync();
        await story.PlayAsync(2);

        await story.WriteAsync(story.Play.EndAsync);

        Assert.Equal(new PlayTurn(TurnKind.Ending, 3, PlaySamples.Short), story.Head.Turn);
        Assert.Equal("", story.Scene.Passages[^1].Action);
    }

    [Fact]
    public async Task Epilogue_AfterTheEnding_IsToldOnce()
    {
        await using var story = await StoryInPlay.BeginAsync();
        await story.WriteAsync(story.Play.EndAsync);

        await story.WriteAsync(story.Play.TellEpilogueAsync);
        await story.Play.TellEpilogueAsync();

        Assert.Equal(TurnKind.Epilogue, story.Head.Turn?.Kind);
        Assert.Equal(PlayStage.Told, story.Scene.Stage);
        Assert.Equal(2, story.Desk.Chat.Requests.Count);
    }

    [Fact]
    public async Task PlayOn_AfterTheEpilogue_BeginsAnotherArc()
    {
        await using var story = await StoryInPlay.BeginAsync();
        await story.WriteAsync(story.Play.EndAsync);
        await story.WriteAsync(story.Play.TellEpilogueAsync);
        var endless = new PlaySettings { Length = PlayLength.Endless, Person = PlayPerson.First };

        await story.WriteAsync(() => story.Play.PlayOnAsync(endless));
        await story.ChooseAsync(0);

        Assert.Equal(new PlayTurn(TurnKind.Action, 1, endless), story.Head.Turn);
    }

    [Fact]
    public async Task Begin_FromAStepOfTheDraft_EntersThereAndKeepsTheDraft()
    {
        await using var story = await StoryInPlay.BeginAsync(StoryKind.Novel);
        var opening = story.Head;
        var written = await story.Desk.Database.AddStepAsync(opening);
        await story.Desk.Session.OpenAsync(story.StoryId);
        Assert.Equal(written.Id, story.Head.Id);

        await story.WriteAsync(() => story.Play.BeginAsync(opening.Id, PlaySamples.Short));

        Assert.Equal(PlaySamples.Entry, story.Head.Turn);
        Assert.Equal(opening.Id, story.Head.ParentId);
        Assert.Equal(3 + 1 + 1, await story.CountStepsAsync());
        Assert.Equal(PlayStage.Choosing, story.Scene.Stage);
    }

    [Fact]
    public async Task Begin_WhereTheStoryCannotStand_BeginsNothing()
    {
        await using var story = await StoryInPlay.BeginAsync(StoryKind.Novel);

        await story.Play.BeginAsync(story.View.Draft!.Paragraphs[0].StepId, PlaySamples.Short);

        Assert.Null(story.Head.Turn);
        Assert.Empty(story.Desk.Chat.Requests);
    }

    [Fact]
    public async Task KeepLeftover_OfATurn_KeepsItsPlaceInTheArc()
    {
        await using var story = await StoryInPlay.BeginAsync();
        story.Desk.Chat.Fail(new StepFailure(FailureKind.Refused), "Output Paragraph:\nThe lamp goes out. Somebody laughs, and");
        await story.Play.ChooseAsync(story.Scene.Choices[0]);
        await story.Desk.UntilDoneAsync();
        Assert.NotNull(story.View.Leftover);

        await story.WriteAsync(story.Desk.Session.KeepLeftoverAsync);

        Assert.Equal(PlaySamples.Turn(1), story.Head.Turn);
        Assert.Contains("Somebody laughs", story.Head.Paragraph, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TryAgain_OfATurn_DoesTheSameOnceMore()
    {
        await using var story = await StoryInPlay.BeginAsync();
        story.Desk.Chat.Fail(new StepFailure(FailureKind.Unauthorized));
        story.View.Edits!.OwnPlan.Type("I burn the letter.");
        await story.Play.ActAsync();
        await story.Desk.UntilDoneAsync();

        await story.WriteAsync(story.Desk.Session.TryAgainAsync);

        Assert.Equal(PlaySamples.Turn(1), story.Head.Turn);
        Assert.Equal(new Plan("I burn the letter.", PlanSource.Own), story.Head.Plan);
    }

    [Fact]
    public async Task Stop_InATurn_LeavesTheStoryWhereItWas()
    {
        await using var story = await StoryInPlay.BeginAsync();
        var words = story.Desk.Chat.Open();
        await words.WriteAsync("Output Paragraph:\nThe lamp goes out. ");
        await story.Play.ChooseAsync(story.Scene.Choices[0]);
        await story.Desk.UntilAsync(view => view.Live is { Phase: LivePhase.Writing });

        await story.Desk.Session.StopAsync();
        await story.Desk.UntilDoneAsync();

        Assert.Equal(PlayStage.Choosing, story.Scene.Stage);
        Assert.Null(story.Head.Turn);
        Assert.Equal(RunState.Stopped, story.View.Leftover?.State);
        Assert.Equal(PlaySamples.Turn(1), story.View.Leftover?.Request.Turn);
    }
}
