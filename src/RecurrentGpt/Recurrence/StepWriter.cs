using System.Runtime.CompilerServices;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// One step of the recurrence (arXiv 2305.13304, section 3): recall, prompt, one streamed reply, what is missing, one embedding.
/// It stores nothing; whoever runs it does, when it has finished.
/// </summary>
public sealed class StepWriter(TimeProvider clock, Random chance)
{
    /// <summary>Writes a step.</summary>
    /// <param name="request">What it is written from.</param>
    /// <param name="dialogue">The run's dialogue, not used before.</param>
    /// <param name="cancellationToken">Stops it at any point; nothing is left behind.</param>
    public async IAsyncEnumerable<StepEvent> WriteAsync(StepRequest request, Dialogue dialogue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(dialogue);
        var newCharacter = request.Settings.LetsNewCharacterIn(request.Toss ?? chance.NextDouble());

        var recall = await RecallAsync(request, dialogue, cancellationToken);
        yield return new StepEvent.Recalled(recall);

        var asking = new StepAsking(dialogue, request, recall, newCharacter);
        if (request.KeptParagraph is { } kept)
        {
            dialogue.Take(request.Arrived);
            dialogue.Take(Section.Paragraph, kept);
        }
        else
        {
            await foreach (var stepEvent in asking.RunAsync(cancellationToken))
            {
                yield return stepEvent;
            }
        }

        var form = PlayPrompt.FormOf(request.Turn);
        await foreach (var stepEvent in dialogue.CompleteAsync(form, (arrived, missing) => Repair(request, arrived, missing), cancellationToken))
        {
            yield return stepEvent;
        }

        var shortening = new Shortening(dialogue, request.Card, request.Settings, MemoryLocks.Of(request.Head));
        await foreach (var stepEvent in shortening.RunAsync(cancellationToken))
        {
            yield return stepEvent;
        }

        // After an ending nothing is chosen, so that there are no plans to compare.
        var different = new DifferentPlan(dialogue, request.Card, request.Settings, request.Turn?.Play);
        if (form.Sections.Contains(Section.Instruction1))
        {
            await foreach (var stepEvent in different.RunAsync(dialogue.Sections.GetValueOrDefault(Section.Paragraph, ""), dialogue.Sections.GetValueOrDefault(Section.Memory, ""), new PlansWanted(), cancellationToken))
            {
                yield return stepEvent;
            }
        }

        if (dialogue.Failure is not null)
        {
            yield return dialogue.ToFailed();
            yield break;
        }

        var step = ToStep(request, dialogue, asking.Recall, newCharacter);
        var vectors = await dialogue.EmbedAsync([step.Summary], cancellationToken);
        yield return new StepEvent.Finished(new StoryChange
        {
            Steps = [step with { Vector = vectors?[0], EmbeddingModel = vectors is null ? "" : dialogue.Models.EmbeddingModel }],
            Exchanges = dialogue.Exchanges,
            Notices = [.. Notices(asking, shortening.IsStillOver, vectors is null), .. different.Notices()],
        });
    }

    private static async Task<Recall> RecallAsync(StepRequest request, Dialogue dialogue, CancellationToken cancellationToken)
    {
        // A plan that was looked at before has its vector already, or is being embedded: what was shown is what is sent, and it is paid for once.
        var plan = request.Plan.Text;
        var (vectors, _) = await request.Memory.Plans.GetAsync(plan, token => dialogue.AskForEmbeddingsAsync([plan], token), cancellationToken);
        return request.Memory.Recall(request.Head.Id, vectors?[0], request.Settings.RecallCount);
    }

    /// <summary>The prompt of a step, from all that goes into it.</summary>
    internal static Prompt Render(StepRequest request, Recall recall, bool newCharacter) => request.Turn is { } turn
        ? PlayPrompt.Render(
            request.Card, request.Settings, turn, request.Head.Turn, request.Head.Paragraph, request.Head.ShortTermMemory, recall.Entries, request.Plan.Text, newCharacter, request.Head.LockedSentences)
        : StepPrompt.Render(
            request.Card, request.Settings, request.Head.Paragraph, request.Head.ShortTermMemory, recall.Entries, request.Plan.Text, newCharacter, request.Prompts.Step, request.Head.LockedSentences);

    private static Prompt Repair(StepRequest request, IReadOnlyDictionary<Section, string> arrived, IReadOnlyList<Section> missing) => RepairPrompt.Render(
        request.Card, request.Settings, PlayPrompt.FormOf(request.Turn), arrived, missing, request.Head.ShortTermMemory, request.Plan.Text, request.Head.LockedSentences, request.Turn?.Play);

    private NewStep ToStep(StepRequest request, Dialogue dialogue, Recall recall, bool newCharacter)
    {
        var sections = dialogue.Sections;
        var step = new NewStep
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Plan = request.Plan,
            Paragraph = sections[Section.Paragraph],
            Summary = sections.GetValueOrDefault(Section.ParagraphSummary) ?? EntryText.From(sections[Section.Paragraph]),
            Rationale = sections.GetValueOrDefault(Section.Rationale, ""),
            Plans = request.Turn is { IsEnd: true } ? [] : [sections[Section.Instruction1], sections[Section.Instruction2], sections[Section.Instruction3]],
            Recalled = recall.Entries,
            RecalledWithout = recall.NotIndexed,
            NewCharacter = newCharacter,
            Turn = request.Turn,
            Settings = request.Settings,
            Model = dialogue.Model,
            Usage = dialogue.Usage,
            Elapsed = dialogue.Elapsed,
        };
        return MemoryLocks.Of(request.Head).Put(step, sections[Section.Memory]);
    }

    private static IEnumerable<StepNotice> Notices(StepAsking asking, bool memoryIsOver, bool notIndexed)
    {
        var recall = asking.Recall;
        if (asking.HasLeftOut)
        {
            yield return StepNotice.RecalledLeftOut;
        }
        else if (!recall.ByMeaning)
        {
            yield return StepNotice.RecalledByRecency;
        }
        else if (recall.NotIndexed > 0)
        {
            yield return StepNotice.RecalledWithout;
        }

        if (recall.PinnedLeftOut.Count > 0)
        {
            yield return StepNotice.PinnedLeftOut;
        }

        if (memoryIsOver)
        {
            yield return StepNotice.MemoryOverLimit;
        }

        if (notIndexed)
        {
            yield return StepNotice.NotIndexed;
        }
    }
}
