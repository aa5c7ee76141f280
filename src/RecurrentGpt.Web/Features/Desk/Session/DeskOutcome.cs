using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>What the author's last action came to.</summary>
public enum OutcomeKind
{
    OpeningWritten,
    ParagraphWritten,
    PlansWritten,
    KeptByHand,
    Stopped,
    Interrupted,
    Failed,
    NotSaved,
    Undone,
    Redone,
    Dropped,
    ParagraphSaved,
    SettingsSaved,
    PromptsSaved,

    /// <summary>What could not be stored when it came, is stored.</summary>
    StoredAfterAll,

    /// <summary>A paragraph or a sentence of memory is locked.</summary>
    Locked,
    Unlocked,

    /// <summary>A heading or a note is saved.</summary>
    MarkSaved,

    /// <summary>The story stands on another step.</summary>
    Moved,

    /// <summary>An edited paragraph was read again.</summary>
    Reread,

    /// <summary>What worked beside the story was stopped.</summary>
    AsideStopped,

    /// <summary>The author finds that a paragraph fits what was edited before it.</summary>
    FoundFitting,

    /// <summary>A passage in other words is there to be looked at.</summary>
    Rewritten,

    /// <summary>The plan was compared with the paragraph.</summary>
    Compared,

    /// <summary>Autopilot has chosen a plan, or judged its stop condition.</summary>
    Chosen,
}

/// <summary>An outcome with what is to be said of it.</summary>
public sealed record DeskOutcome(OutcomeKind Kind)
{
    public StepFailure? Failure { get; init; }

    public IReadOnlyList<StepNotice> Notices { get; init; } = [];

    public static DeskOutcome Of(RunKind run, RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var kind = result.State switch
        {
            RunState.Done => Written(run),
            RunState.Stopped when run is RunKind.Reread or RunKind.Rewrite or RunKind.Coverage or RunKind.Choice or RunKind.Judgement => OutcomeKind.AsideStopped,
            RunState.Stopped => OutcomeKind.Stopped,
            RunState.Interrupted => OutcomeKind.Interrupted,
            _ => OutcomeKind.Failed,
        };

        return new DeskOutcome(kind) { Failure = result.Failure, Notices = result.Notices };
    }

    public static DeskOutcome OfFailure(StepFailure failure) => new(OutcomeKind.Failed) { Failure = failure };

    private static OutcomeKind Written(RunKind run) => run switch
    {
        RunKind.Opening or RunKind.OwnOpening => OutcomeKind.OpeningWritten,
        RunKind.NewPlans => OutcomeKind.PlansWritten,
        RunKind.KeepByHand => OutcomeKind.KeptByHand,
        RunKind.Reread => OutcomeKind.Reread,
        RunKind.Rewrite => OutcomeKind.Rewritten,
        RunKind.Coverage => OutcomeKind.Compared,
        RunKind.Choice or RunKind.Judgement => OutcomeKind.Chosen,
        _ => OutcomeKind.ParagraphWritten,
    };
}
