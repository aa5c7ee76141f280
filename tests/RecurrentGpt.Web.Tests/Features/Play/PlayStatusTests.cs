using RecurrentGpt.Play;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Play;

namespace RecurrentGpt.Web.Tests.Features.Play;

public sealed class PlayStatusTests
{
    private readonly PlayStatus _status = new(PlayWords.Text, PlayWords.Failures);

    [Fact]
    public void Of_NothingHappened_IsSilent() => Assert.Equal("", _status.Of(PlaySamples.View()));

    [Theory]
    [InlineData(TurnKind.Entry, "You step into the story…")]
    [InlineData(TurnKind.Action, "The story goes on…")]
    [InlineData(TurnKind.Ending, "The story comes to its end…")]
    [InlineData(TurnKind.Epilogue, "The epilogue is told…")]
    public void Of_Writing_SaysWhatIsWritten(TurnKind kind, string expected) =>
        Assert.Equal(expected, _status.Of(PlaySamples.Writing(PlaySamples.View(), new PlayTurn(kind, 3, PlaySamples.Short))));

    [Theory]
    [InlineData(TurnKind.Action, "Looking for what you could do next…")]
    [InlineData(TurnKind.Ending, "Closing the book…")]
    public void Of_ProseIsThere_SaysWhatIsWaitedFor(TurnKind kind, string expected)
    {
        var view = PlaySamples.Writing(PlaySamples.View(), new PlayTurn(kind, 3, PlaySamples.Short));

        Assert.Equal(expected, _status.Of(view with { Live = view.Live! with { Phase = LivePhase.Reading } }));
    }

    [Fact]
    public void Of_RunBesideTheStory_AsksForAMoment() =>
        Assert.StartsWith("The desk is at work", _status.Of(PlaySamples.View() with { Live = LiveStep.Begin(Guid.NewGuid(), new RunRequest(PlaySamples.Story.Id, RunKind.Reread)) }), StringComparison.Ordinal);

    [Fact]
    public void Of_Written_NamesTheTurn() =>
        Assert.Equal("Turn 5 is written. What do you do?", _status.Of(PlaySamples.View(PlaySamples.Turn(5)) with { Outcome = new DeskOutcome(OutcomeKind.ParagraphWritten) }));

    [Fact]
    public void Of_EndingWritten_SaysThatItEnded() =>
        Assert.Equal("The story has come to its end.", _status.Of(PlaySamples.View(PlaySamples.Ending) with { Outcome = new DeskOutcome(OutcomeKind.ParagraphWritten) }));

    [Fact]
    public void Of_Failed_SaysWhyInPlainWords() => Assert.Equal(
        PlayWords.Failures.Of(new StepFailure(FailureKind.Unauthorized)),
        _status.Of(PlaySamples.View() with { Outcome = DeskOutcome.OfFailure(new StepFailure(FailureKind.Unauthorized)) }));

    [Theory]
    [InlineData("The door", "Stopped. The story is as it was; what had come is kept for you to decide.")]
    [InlineData("", "Stopped before a word had come. The story is as it was.")]
    public void Of_Stopped_SaysWhetherAnythingIsKept(string prose, string expected) =>
        Assert.Equal(expected, _status.Of(PlaySamples.Stopped(PlaySamples.View(), prose) with { Outcome = new DeskOutcome(OutcomeKind.Stopped) }));

    [Theory]
    [InlineData(OutcomeKind.Undone)]
    [InlineData(OutcomeKind.Redone)]
    [InlineData(OutcomeKind.Moved)]
    [InlineData(OutcomeKind.Dropped)]
    [InlineData(OutcomeKind.NotSaved)]
    [InlineData(OutcomeKind.Interrupted)]
    [InlineData(OutcomeKind.OpeningWritten)]
    public void Of_OutcomeOfAReader_HasWords(OutcomeKind kind)
    {
        var said = _status.Of(PlaySamples.View() with { Outcome = new DeskOutcome(kind) });

        Assert.NotEqual("", said);
        Assert.DoesNotContain("Outcome", said, StringComparison.Ordinal);
    }

    [Fact]
    public void IsSeen_ParagraphWritten_IsLeftToTheEye()
    {
        Assert.True(PlayStatus.IsSeen(PlaySamples.View() with { Outcome = new DeskOutcome(OutcomeKind.ParagraphWritten) }));
        Assert.False(PlayStatus.IsSeen(PlaySamples.View() with { Outcome = new DeskOutcome(OutcomeKind.Stopped) }));
    }
}
