using System.Runtime.CompilerServices;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// Asks once for a shorter memory when it is over its limits. It is never cut: when the shorter one is no better, or does not come, the memory stands as it was written
/// and the person is told. What is measured and sent is the memory as it will be stored; where locked sentences alone are too long, no model can help, and none is asked.
/// </summary>
internal sealed class Shortening(Dialogue dialogue, StoryCard card, StorySettings settings, MemoryLocks locks)
{
    /// <summary>Whether memory is over its limits all the same.</summary>
    internal bool IsStillOver { get; private set; }

    internal async IAsyncEnumerable<StepEvent> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (dialogue.Failure is not null || !IsOver(Standing))
        {
            yield break;
        }

        IsStillOver = true;
        if (!dialogue.MayAsk || IsOver(locks.Alone))
        {
            yield break;
        }

        yield return new StepEvent.Shortening();
        var (written, before) = (dialogue.Sections[Section.Memory], Standing);
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.ShorterMemory, ShorterMemoryPrompt.Render(card, settings, before, locks.Locked), cancellationToken))
        {
            yield return stepEvent;
        }

        dialogue.Forgive();
        IsStillOver = IsOver(Standing);
        if (Prose.Words(Standing) > Prose.Words(before))
        {
            dialogue.Take(Section.Memory, written);
        }
    }

    private string Standing => locks.Keep(dialogue.Sections[Section.Memory]);

    private bool IsOver(string memory) => MemoryLimits.Measure(memory, settings).IsOver;
}
