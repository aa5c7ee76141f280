using System.Runtime.CompilerServices;
using RecurrentGpt.Memory;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// Asks for a step. A model that cannot take so much is asked once more without what long-term memory recalled, all of it at once: how much too long a prompt is, servers
/// do not say in any way that could be relied on, and each try is a request. Pinned entries stay, since the author wants them always sent.
/// </summary>
internal sealed class StepAsking(Dialogue dialogue, StepRequest request, Recall recall, bool newCharacter)
{
    /// <summary>What was recalled and sent.</summary>
    internal Recall Recall { get; private set; } = recall;

    /// <summary>Whether recalled entries were left out.</summary>
    internal bool HasLeftOut { get; private set; }

    internal async IAsyncEnumerable<StepEvent> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stepEvent in AskAsync(cancellationToken))
        {
            yield return stepEvent;
        }

        if (!IsTooLong || !dialogue.MayAsk || Pinned() is not { } pinned)
        {
            yield break;
        }

        yield return new StepEvent.LeavingOut(pinned, Recall.Entries.Count - pinned.Entries.Count);
        (Recall, HasLeftOut) = (pinned, true);
        dialogue.Forgive();
        await foreach (var stepEvent in AskAsync(cancellationToken))
        {
            yield return stepEvent;
        }
    }

    // Once the reader has begun to read, nothing is asked again.
    private bool IsTooLong => dialogue.Failure is { Kind: FailureKind.ContextTooLong } && dialogue.Exchanges[^1].Reply.Length == 0;

    private Recall? Pinned()
    {
        RecalledEntry[] pinned = [.. Recall.Entries.Where(entry => entry.Reason == RecallReason.Pinned)];
        return pinned.Length < Recall.Entries.Count ? Recall with { Entries = pinned } : null;
    }

    private async IAsyncEnumerable<StepEvent> AskAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prompt = StepWriter.Render(request, Recall, newCharacter);
        yield return new StepEvent.PromptReady(prompt);
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.Step, prompt, cancellationToken))
        {
            yield return stepEvent;
        }
    }
}
