using System.Runtime.CompilerServices;
using RecurrentGpt.Memory;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// A step from a paragraph that the author keeps, with what arrived beside it. Memory that did not arrive stays as it was, and plans that did not are not there:
/// both are the author's to write. No chat request is made, and one embedding.
/// </summary>
internal sealed class ByHandWriter(TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">The request has no paragraph, or followed no plan.</exception>
    internal async IAsyncEnumerable<StepEvent> WriteAsync(
        StorySettings settings, Step head, RunRequest request, Dialogue dialogue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Text))
        {
            throw new InvalidOperationException("There is no paragraph to keep.");
        }

        dialogue.Take(request.Arrived);
        dialogue.Take(Section.Paragraph, request.Text);
        var step = ToStep(settings, head, request, dialogue);
        var vectors = await dialogue.EmbedAsync([step.Summary], cancellationToken);
        yield return new StepEvent.Finished(new StoryChange
        {
            Steps = [step with { Vector = vectors?[0], EmbeddingModel = vectors is null ? "" : dialogue.Models.EmbeddingModel, Elapsed = dialogue.Elapsed }],
            Exchanges = [],
            Notices = [.. Notices(MemoryLimits.Measure(step.ShortTermMemory, settings).IsOver, vectors is null)],
        });
    }

    private NewStep ToStep(StorySettings settings, Step head, RunRequest request, Dialogue dialogue)
    {
        var sections = dialogue.Sections;
        var step = new NewStep
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Plan = request.Plan ?? throw new InvalidOperationException("A step needs the plan that it followed."),
            Paragraph = request.Text,
            Summary = sections.GetValueOrDefault(Section.ParagraphSummary) ?? EntryText.From(request.Text),
            Rationale = sections.GetValueOrDefault(Section.Rationale, ""),
            Plans = request.Turn is { IsEnd: true } ? [] : [.. ReplyForm.NewPlans.Sections.Where(sections.ContainsKey).Select(plan => sections[plan])],
            Turn = request.Turn,
            Settings = settings,
            Model = dialogue.Model,
        };
        return MemoryLocks.Of(head).Put(step, sections.GetValueOrDefault(Section.Memory, head.ShortTermMemory));
    }

    private static IEnumerable<StepNotice> Notices(bool memoryIsOver, bool notIndexed)
    {
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
