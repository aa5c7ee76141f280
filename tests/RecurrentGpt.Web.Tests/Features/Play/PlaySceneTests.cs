using RecurrentGpt.Play;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Tests.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Play;

public sealed class PlaySceneTests
{
    [Fact]
    public void Of_NoOpening_IsBeforeTheStory()
    {
        var scene = PlayScene.Of(DeskSamples.Empty);

        Assert.Equal(PlayStage.Opening, scene.Stage);
        Assert.Empty(scene.Passages);
    }

    [Fact]
    public void Of_OpeningOfAStoryToPlay_IsReadInFullAndOffersTheFirstTurn()
    {
        var scene = PlayScene.Of(PlaySamples.View());

        Assert.Equal(PlayStage.Choosing, scene.Stage);
        Assert.Equal(0, scene.First);
        Assert.Null(scene.Latest);
        Assert.Equal(PlaySamples.Turn(1), scene.Turn);
        Assert.Equal(["She pulls the rope up.", "They put the lamp out.", "She asks his name."], scene.Choices.Select(choice => choice.Text));
        Assert.Equal([1, 2, 3], scene.Choices.Select(choice => choice.Number));
    }

    [Fact]
    public void Of_Played_TellsWhatTheReaderDidBeforeEachPassage()
    {
        var scene = PlayScene.Of(PlaySamples.View(PlaySamples.Turn(1), PlaySamples.Turn(2)));

        Assert.Equal(["", "", "", "I do thing 1.", "I do thing 2."], scene.Passages.Select(passage => passage.Action));
        Assert.Equal(scene.Passages[3].StepId, scene.Passages[4].ParentId);
        Assert.Equal(scene.Passages[4], scene.Latest);
        Assert.Equal(3, scene.Turn?.Number);
    }

    [Fact]
    public void Of_ElevenTurnsOfTwelve_OffersTheEnding() =>
        Assert.Equal(TurnKind.Ending, PlayScene.Of(PlaySamples.View(PlaySamples.Turn(11))).Turn?.Kind);

    [Fact]
    public void Of_PlanThatDidNotCome_OffersWhatIsThereByItsNumber()
    {
        var view = PlaySamples.View(PlaySamples.Turn(1));
        view.Edits?.Plans[1].Type("  ");

        Assert.Equal([1, 3], PlayScene.Of(view).Choices.Select(choice => choice.Number));
    }

    [Fact]
    public void Of_Ended_OffersNoChoices()
    {
        var scene = PlayScene.Of(PlaySamples.View(PlaySamples.Ending));

        Assert.Equal(PlayStage.Ended, scene.Stage);
        Assert.Empty(scene.Choices);
        Assert.Null(scene.Turn);
    }

    [Fact]
    public void Of_EpilogueTold_SaysSo() =>
        Assert.Equal(PlayStage.Told, PlayScene.Of(PlaySamples.View(PlaySamples.Ending, PlaySamples.Epilogue)).Stage);

    [Fact]
    public void Of_WrittenOnAtTheDesk_OffersToEnterAgain() =>
        Assert.Equal(PlayStage.Start, PlayScene.Of(PlaySamples.View(PlaySamples.Turn(1), null)).Stage);

    [Fact]
    public void Of_Novel_BeginsWithItsLastParagraph()
    {
        var scene = PlayScene.Of(PlaySamples.AsNovel(PlaySamples.View(null, null)));

        Assert.Equal(PlayStage.Start, scene.Stage);
        Assert.Equal(4, scene.First);
        Assert.Equal(5, scene.Passages.Count);
        Assert.False(scene.IsElsewhere);
    }

    [Fact]
    public void Of_NovelThatIsPlayed_BeginsWithTheParagraphBeforeTheEntry() =>
        Assert.Equal(4, PlayScene.Of(PlaySamples.AsNovel(PlaySamples.View(null, null, PlaySamples.Entry, PlaySamples.Turn(1)))).First);

    [Fact]
    public void Of_FromAStep_ShowsNothingBehindItAndLeavesTheStoryWhereItStands()
    {
        var view = PlaySamples.View(PlaySamples.Turn(1), PlaySamples.Turn(2));

        var scene = PlayScene.Of(view, view.Draft!.Paragraphs[3].StepId);

        Assert.Equal(PlayStage.Start, scene.Stage);
        Assert.Equal(4, scene.Passages.Count);
        Assert.True(scene.IsElsewhere);
    }

    [Fact]
    public void Of_FromTheMiddleOfAnOpening_EntersAfterTheWholeOfIt()
    {
        var view = PlaySamples.View(PlaySamples.Turn(1));

        Assert.Equal(3, PlayScene.Of(view, view.Draft!.Paragraphs[0].StepId).Passages.Count);
    }

    [Fact]
    public void Of_FromAStepOfAnotherBranch_GoesOnWhereTheStoryStands() =>
        Assert.Equal(PlayStage.Choosing, PlayScene.Of(PlaySamples.View(PlaySamples.Turn(1)), Guid.NewGuid()).Stage);

    [Fact]
    public void Of_Writing_ShowsWhatTheReaderDidAtOnce()
    {
        var scene = PlayScene.Of(PlaySamples.Writing(PlaySamples.View(PlaySamples.Turn(1)), PlaySamples.Turn(2)));

        Assert.Equal(PlayStage.Writing, scene.Stage);
        Assert.Equal("Open the door.", scene.LiveAction);
        Assert.Equal(2, scene.Turn?.Number);
        Assert.Equal(4, scene.Passages.Count);
        Assert.Empty(scene.Choices);
        Assert.Null(scene.Latest);
    }

    [Fact]
    public void Of_WritingAtTheDesk_ShowsNoActionOfTheReader()
    {
        var scene = PlayScene.Of(PlaySamples.Writing(PlaySamples.View(PlaySamples.Turn(1)), turn: null));

        Assert.Equal("", scene.LiveAction);
        Assert.Null(scene.Turn);
    }

    [Fact]
    public void Of_EndingByTheArc_IsNoActionOfTheReader() =>
        Assert.Equal("", PlayScene.Of(PlaySamples.Writing(PlaySamples.View(PlaySamples.Turn(1)), PlaySamples.Ending, new Plan("It ends.", PlanSource.Arc))).LiveAction);

    [Fact]
    public void Of_NewPlansAtTheDesk_StaysWithTheChoices()
    {
        var view = PlaySamples.View(PlaySamples.Turn(1));

        var scene = PlayScene.Of(view with { Live = LiveStep.Begin(Guid.NewGuid(), new RunRequest(PlaySamples.Story.Id, RunKind.NewPlans)) });

        Assert.Equal(PlayStage.Choosing, scene.Stage);
    }
}
