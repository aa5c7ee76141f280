using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>The parts of a connection test, in the order in which they are tried.</summary>
public enum ConnectionPart
{
    ModelList,
    Chat,
    Embedding,
}

/// <summary>How one part went.</summary>
public enum ConnectionOutcome
{
    Worked,
    Failed,

    /// <summary>An earlier failure left no hope, or the settings do without it.</summary>
    NotTried,
}

/// <summary>What one part of a connection test found.</summary>
/// <param name="Part">The part.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Failure">What failed; null unless it did.</param>
public sealed record ConnectionResult(ConnectionPart Part, ConnectionOutcome Outcome, StepFailure? Failure = null);

/// <summary>What a connection test found.</summary>
/// <param name="Results">One for each part, in order.</param>
/// <param name="Models">The models that the server lists; empty when it does not say.</param>
/// <param name="Dimensions">Length of the vector that came; null when none did.</param>
public sealed record ConnectionReport(IReadOnlyList<ConnectionResult> Results, IReadOnlyList<string> Models, int? Dimensions)
{
    /// <summary>Whether stories can be written with it. A server that lists no models can still write.</summary>
    public bool CanWrite => Results.All(result => result.Outcome != ConnectionOutcome.Failed || result.Part == ConnectionPart.ModelList)
        && Results.Any(result => result is { Part: ConnectionPart.Chat, Outcome: ConnectionOutcome.Worked });
}
