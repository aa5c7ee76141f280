using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>How far the filling in of a story's long-term memory has come. There is none while nothing is missing.</summary>
/// <param name="Done">Entries of all branches that have a vector of the present space.</param>
/// <param name="Total">Entries of all branches.</param>
public sealed record IndexingState(int Done, int Total)
{
    /// <summary>Why it waits or rests; null while it goes on.</summary>
    public StepFailure? Failure { get; init; }

    /// <summary>When it tries again by itself; null while it goes on, and when it rests.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Whether it has given up for now and goes on only when it is begun again.</summary>
    public bool IsResting => Failure is not null && NextTry is null;
}
