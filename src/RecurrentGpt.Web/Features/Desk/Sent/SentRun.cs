using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>A run with all that tells what it sent and why.</summary>
/// <param name="Exchanges">Its requests in order, exactly as they were sent.</param>
/// <param name="Card">The story's card as it is now.</param>
public sealed record SentRun(Run Run, IReadOnlyList<Exchange> Exchanges, StoryCard Card)
{
    /// <summary>Whether recalled entries were left out because the model could not take them.</summary>
    public bool HasLeftOut => Exchanges.SkipWhile(exchange => exchange.Failure is not { Kind: FailureKind.ContextTooLong }).Skip(1).Any(exchange => exchange.Purpose == ExchangePurpose.Step);

    /// <summary>What was recorded with the step that it wrote; null when it wrote none.</summary>
    public SentStep? Step { get; init; }

    /// <summary>The paragraph that it went on from, as it stood when the run started; null for an opening.</summary>
    public string? LastParagraph { get; init; }
}

/// <summary>What a step records of the request that it came from.</summary>
public sealed record SentStep(string SentMemory, IReadOnlyList<RecalledEntry> Recalled, int RecalledWithout, bool NewCharacter);
