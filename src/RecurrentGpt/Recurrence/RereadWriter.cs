using System.Runtime.CompilerServices;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Recurrence;

/// <summary>Reads a paragraph again that its author edited: one chat request for its summary and a proposal for memory, and one embedding of the summary.</summary>
internal static class RereadWriter
{
    /// <summary>Reads the paragraph; the story's other parts are not touched, and memory is only proposed.</summary>
    internal static async IAsyncEnumerable<StepEvent> WriteAsync(RereadRequest request, Dialogue dialogue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prompt = Render(request, ReplyForm.Reread);
        yield return new StepEvent.PromptReady(prompt);
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.Reread, prompt, cancellationToken))
        {
            yield return stepEvent;
        }

        await foreach (var stepEvent in dialogue.CompleteAsync(ReplyForm.Reread, (_, missing) => Render(request, ReplyForm.Reread.Only(missing)), cancellationToken))
        {
            yield return stepEvent;
        }

        if (dialogue.Failure is not null)
        {
            yield return dialogue.ToFailed();
            yield break;
        }

        var summary = dialogue.Sections[Section.ParagraphSummary];
        var vectors = await dialogue.EmbedAsync([summary], cancellationToken);
        yield return new StepEvent.Finished(new StoryChange
        {
            Summary = new NewSummary(summary, request.Step.Version) { Vector = vectors?[0], EmbeddingModel = vectors is null ? "" : dialogue.Models.EmbeddingModel },
            Proposal = Propose(request, dialogue.Sections),
            Exchanges = dialogue.Exchanges,
            Notices = vectors is null ? [StepNotice.NotIndexed] : [],
        });
    }

    private static Prompt Render(RereadRequest request, ReplyForm form) =>
        RereadPrompt.Render(request.Card, request.Settings, request.Older, request.Step.Paragraph, request.Memory, form, request.LockedSentences);

    // A memory that comes back as it was proposes nothing, whatever the rationale says.
    private static Dictionary<Section, string> Propose(RereadRequest request, IReadOnlyDictionary<Section, string> sections)
    {
        var memory = LockedMemory.Keep(request.Memory, sections[Section.Memory], request.LockedSentences);
        return memory == request.Memory
            ? []
            : new Dictionary<Section, string> { [Section.Memory] = memory, [Section.Rationale] = sections.GetValueOrDefault(Section.Rationale, "") };
    }
}
