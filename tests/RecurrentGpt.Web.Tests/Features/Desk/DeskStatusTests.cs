using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class DeskStatusTests : DeskContext
{
    private DeskStatus Status => Services.GetRequiredService<DeskStatus>();

    [Fact]
    public void Of_Writing_NamesTheParagraph()
    {
        var live = DeskSamples.Live.After(new StepEvent.ParagraphText(Section.Paragraph, "The"), Clock.GetUtcNow());

        Assert.Equal("Writing paragraph 5…", Status.Of(DeskSamples.View with { Live = live }));
    }

    [Fact]
    public void Of_WritingAgain_NamesTheParagraphThatIsReplaced()
    {
        var again = LiveStep.Begin(DeskSamples.RunId, DeskSamples.Request with { ParentId = DeskSamples.Head.ParentId });
        var live = again.After(new StepEvent.ParagraphText(Section.Paragraph, "The"), Clock.GetUtcNow());

        Assert.Equal("Writing paragraph 4…", Status.Of(DeskSamples.View with { Live = live }));
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void Of_EveryPhase_HasWords(LivePhase phase)
    {
        var said = Status.Of(DeskSamples.View with { Live = DeskSamples.Live with { Phase = phase, Retry = Retry } });

        Assert.DoesNotContain("Phase", said, StringComparison.Ordinal);
        Assert.NotEmpty(said);
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Of_EveryOutcome_HasWords(OutcomeKind kind)
    {
        var said = Status.Of(DeskSamples.View with { Outcome = new DeskOutcome(kind) });

        Assert.DoesNotContain("Outcome", said, StringComparison.Ordinal);
        Assert.NotEmpty(said);
    }

    [Fact]
    public void Of_Stopped_TellsWhetherAnythingIsKept()
    {
        var stopped = new DeskOutcome(OutcomeKind.Stopped);

        var early = Status.Of(DeskSamples.View with { Outcome = stopped });
        var later = Status.Of(DeskSamples.With(DeskSamples.Stopped) with { Outcome = stopped });

        Assert.Contains("before a word had come", early, StringComparison.Ordinal);
        Assert.Contains("is kept for you", later, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Notices_AreSaidToo()
    {
        var outcome = new DeskOutcome(OutcomeKind.ParagraphWritten) { Notices = Enum.GetValues<StepNotice>() };

        var said = Status.Of(DeskSamples.View with { Outcome = outcome });

        Assert.StartsWith("Paragraph 4 is written. ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Notice", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_InterruptedRun_SaysThatTheStoryIsAsBefore()
    {
        var said = Status.Of(DeskSamples.With(DeskSamples.Stopped with { State = RunState.Interrupted }));

        Assert.Contains("as it was before", said, StringComparison.Ordinal);
    }

    public static TheoryData<LivePhase> Phases() => [.. Enum.GetValues<LivePhase>()];

    public static TheoryData<OutcomeKind> Outcomes() => [.. Enum.GetValues<OutcomeKind>()];

    private static LiveRetry Retry { get; } = new(DateTimeOffset.UnixEpoch, new StepFailure(FailureKind.ServerError), 2);
}
