using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>Why there is nothing to look at.</summary>
public enum LookProblem
{
    None,

    /// <summary>What is on the screen could not be stored, so something else would be sent.</summary>
    NotSaved,

    /// <summary>There is nothing to ask for, or the step is not there any more.</summary>
    Nothing,

    Failed,
}

/// <summary>A look at what would be sent, or why there is none.</summary>
public sealed record SentLook(StepPreview? Preview, LookProblem Problem = LookProblem.None, StepFailure? Failure = null)
{
    /// <summary>The run that would be asked for.</summary>
    public RunRequest? Request { get; init; }
}
