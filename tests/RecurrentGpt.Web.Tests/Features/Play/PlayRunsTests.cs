using RecurrentGpt.Play;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Play;

namespace RecurrentGpt.Web.Tests.Features.Play;

public sealed class PlayRunsTests
{
    private readonly PlayRuns _runs = new(PlayWords.Text);

    [Fact]
    public void OfChoice_AsOffered_IsPickedWithItsTurnTheTossAndWhatTheBoxesHold()
    {
        var view = PlaySamples.View(PlaySamples.Turn(4)) with { Toss = 0.25 };

        var request = PlayRuns.OfChoice(view, PlayScene.Of(view).Choices[1]);

        var expected = new RunRequest(PlaySamples.Story.Id, RunKind.Step)
        {
            ParentId = view.Draft!.Head!.Id,
            Plan = new Plan("They put the lamp out.", PlanSource.Picked),
            Turn = PlaySamples.Turn(5),
            Toss = 0.25,
            Held = new HeldTexts("Mara keeps a glass orchard. The orchard hums.", "They put the lamp out.", "This is paragraph 4."),
        };
        Assert.Equal(expected, request);
    }

    [Fact]
    public void OfChoice_OfAStepThatIsNoMoreTheHead_IsNothing()
    {
        var choice = PlayScene.Of(PlaySamples.View(PlaySamples.Turn(4))).Choices[0];

        Assert.Null(PlayRuns.OfChoice(PlaySamples.View(PlaySamples.Turn(5)), choice));
    }

    [Fact]
    public void OfAction_Typed_IsTheReadersOwn()
    {
        var view = PlaySamples.View();
        view.Edits?.OwnPlan.Type("I burn the letter.");

        var request = PlayRuns.OfAction(view);

        Assert.Equal(new Plan("I burn the letter.", PlanSource.Own), request?.Plan);
        Assert.Equal(PlaySamples.Turn(1), request?.Turn);
        Assert.Equal("I burn the letter.", request?.Held?.Plan);
    }

    [Fact]
    public void OfAction_Blank_IsNothing()
    {
        var view = PlaySamples.View();
        view.Edits?.OwnPlan.Type(" \n ");

        Assert.Null(PlayRuns.OfAction(view));
    }

    [Fact]
    public void OfAction_LastTurn_EndsTheStory()
    {
        var view = PlaySamples.View(PlaySamples.Turn(11));
        view.Edits?.OwnPlan.Type("I blow the lamp out.");

        Assert.Equal(PlaySamples.Ending, PlayRuns.OfAction(view)?.Turn);
    }

    [Fact]
    public void OfAction_StoryThatWasWrittenOnAtTheDesk_IsNothing()
    {
        var view = PlaySamples.View(PlaySamples.Turn(1), null);
        view.Edits?.OwnPlan.Type("I burn the letter.");

        Assert.Null(PlayRuns.OfAction(view));
    }

    [Fact]
    public void OfEnding_BeforeItsTime_EndsWithTheNextTurn()
    {
        var request = _runs.OfEnding(PlaySamples.View(PlaySamples.Turn(4)));

        Assert.Equal(new PlayTurn(TurnKind.Ending, 5, PlaySamples.Short), request?.Turn);
        Assert.Equal(PlanSource.Arc, request?.Plan?.Source);
    }

    [Fact]
    public void OfEnding_Ended_IsNothing() => Assert.Null(_runs.OfEnding(PlaySamples.View(PlaySamples.Ending)));

    [Fact]
    public void OfEpilogue_AfterTheEnding_IsTheArcs()
    {
        var request = _runs.OfEpilogue(PlaySamples.View(PlaySamples.Ending));

        Assert.Equal(PlaySamples.Epilogue, request?.Turn);
        Assert.Equal(new Plan("What became of everyone, some time after the ending.", PlanSource.Arc), request?.Plan);
    }

    [Fact]
    public void OfEpilogue_Told_IsNothingMore() => Assert.Null(_runs.OfEpilogue(PlaySamples.View(PlaySamples.Ending, PlaySamples.Epilogue)));

    [Fact]
    public void OfEntry_NotPlayedYet_BringsTheReaderIn()
    {
        var request = _runs.OfEntry(PlaySamples.AsNovel(PlaySamples.View((PlayTurn?)null)), PlaySamples.Short);

        Assert.Equal(PlaySamples.Entry, request?.Turn);
        Assert.Equal(new Plan("The reader enters the story here, as its main character.", PlanSource.Arc), request?.Plan);
    }

    [Fact]
    public void OfEntry_Ended_BringsTheReaderBack()
    {
        var request = _runs.OfEntry(PlaySamples.View(PlaySamples.Ending), new PlaySettings { Length = PlayLength.Endless });

        Assert.Equal(new PlayTurn(TurnKind.Entry, 0, new PlaySettings { Length = PlayLength.Endless }), request?.Turn);
        Assert.StartsWith("Some time after the ending", request?.Plan?.Text, StringComparison.Ordinal);
    }
}
