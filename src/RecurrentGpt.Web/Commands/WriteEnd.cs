using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Commands;

/// <summary>How a "write" ended.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Failure">How the model failed; null when it did not.</param>
/// <param name="Fuse">What stopped the run before its last step; null when nothing did.</param>
internal sealed record WriteEnd(int Code, StepFailure? Failure = null, BlownFuse? Fuse = null)
{
    public static WriteEnd Stopped { get; } = new(ExitCode.Stopped);

    /// <summary>What it used; null when it wrote no step.</summary>
    public AutopilotSpent? Spent { get; init; }

    public static WriteEnd OfFailure(StepFailure? failure) => new(failure is { IsOfStore: true } ? ExitCode.Failed : ExitCode.ModelFailed, failure ?? new StepFailure(FailureKind.Unexpected));

    public static WriteEnd Of(RunResult result) => result.State switch
    {
        RunState.Done => new(ExitCode.Done),
        RunState.Failed => OfFailure(result.Failure),
        _ => Stopped,
    };

    public static WriteEnd Of(AutopilotProgress progress) => OfRecord(progress.Record) with { Spent = progress.Record.Spent is { Steps: > 0 } spent ? spent : null };

    private static WriteEnd OfRecord(AutopilotRecord record) => record switch
    {
        { State: AutopilotState.Done } => new(ExitCode.Done),
        { Fuse: { Kind: FuseKind.ModelFailed } fuse } => OfFailure(fuse.Failure),
        { Fuse: { } fuse } => new(ExitCode.FuseBlown, Fuse: fuse),
        _ => Stopped,
    };
}
