using System.Runtime.CompilerServices;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// Asks once for a shorter memory when it is over its limits. It is never cut: when the shorter one is no better, or does not come, the memory stands as it was written
/// and the person is told.
/// </summary>
internal sealed class Shortening(Dialogue dialogue, StoryCard card, StorySettings settings)
{
    /// <summary>Whether memory is over its limits all the same.</summary>
    internal bool IsStillOver { get; private set; }

    internal async IAsyncEnumerable<StepEvent> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (dialogue.Failure is not null || !IsOver(dialogue.Sections[Section.Memory]))
        {
            yield break;
        }

        IsStillOver = true;
        if (!dialogue.MayAsk)
        {
            yield break;
        }

        yield return new StepEvent.Shortening();
        var written = dialogue.Sections[Section.Memory];
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.ShorterMemory, ShorterMemoryPrompt.Render(card, settings, written), cancellationToken))
        {
            yield return stepEvent;
        }

        dialogue.Forgive();
        var shorter = dialogue.Sections[Section.Memory];
        IsStillOver = IsOver(shorter);
        if (Prose.Words(shorter) > Prose.Words(written))
        {
            dialogue.Take(Section.Memory, written);
        }
    }

    private bool IsOver(string memory) => MemoryLimits.Measure(memory, settings).IsOver;
}
