using Microsoft.Extensions.AI;
using RecurrentGpt.Memory;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Library.Sample;

/// <summary>
/// Puts a finished story on the shelf, step by step through the store as a run would, so that it opens on the desk like any other.
/// What each step recalls is computed here: only the prose was written beforehand.
/// </summary>
public sealed class SampleStory(StoryLibrary library, IStoryStore store)
{
    private const string Writer = "written by hand";

    private static readonly StorySettings Settings = new() { ParagraphSentences = 8 };

    /// <summary>Adds the story whole, or not at all.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> AddAsync(CancellationToken cancellationToken)
    {
        var text = SampleText.Read();
        var card = new StoryCard { Title = text.Title, Genre = text.Genre, Premise = text.Premise, Language = text.Language };
        var story = await library.CreateAsync(card, Settings, cancellationToken);
        try
        {
            await WriteAsync(story.Id, text, cancellationToken);
            return story.Id;
        }
        catch
        {
            await library.DeleteAsync(story.Id, CancellationToken.None);
            throw;
        }
    }

    private async Task WriteAsync(Guid storyId, SampleText text, CancellationToken cancellationToken)
    {
        using var embedder = new LocalEmbedder();
        var memory = new LongTermMemory(LocalEmbedder.Name, []);
        var opening = new List<NewStep>();
        foreach (var step in text.Steps.Take(SampleText.OpeningParagraphs))
        {
            opening.Add(await ToStepAsync(step, Plan.Opening, [], embedder, cancellationToken));
        }

        var head = await CommitAsync(new RunRequest(storyId, RunKind.Opening), new StoryChange { Outline = text.Outline, Steps = opening, Exchanges = [] }, memory, cancellationToken);
        foreach (var step in text.Steps.Skip(SampleText.OpeningParagraphs))
        {
            var plan = ToPlan(step.Plan ?? new SamplePlan(), head);
            var vector = await embedder.GenerateVectorAsync(plan.Text, cancellationToken: cancellationToken);
            var recalled = memory.Recall(head.Id, vector, Settings.RecallCount).Entries;
            var written = await ToStepAsync(step, plan, recalled, embedder, cancellationToken);
            var change = new StoryChange { Steps = [written with { SentMemory = head.ShortTermMemory }], Exchanges = [] };
            head = await CommitAsync(new RunRequest(storyId, RunKind.Step) { ParentId = head.Id, Plan = plan }, change, memory, cancellationToken);
        }
    }

    private async Task<Step> CommitAsync(RunRequest request, StoryChange change, LongTermMemory memory, CancellationToken cancellationToken)
    {
        var run = await store.ClaimAsync(Guid.CreateVersion7(), request, cancellationToken)
            ?? throw new InvalidOperationException("The sample story is being written already.");
        var (steps, _) = await store.CommitAsync(run.Id, change, cancellationToken);
        foreach (var (step, written) in steps.Zip(change.Steps))
        {
            memory.Put(new MemoryEntry
            {
                StepId = step.Id,
                ParentId = step.ParentId,
                Number = step.Number,
                Text = written.Summary,
                Vector = written.Vector,
                EmbeddingModel = written.EmbeddingModel,
            });
        }

        return steps[^1];
    }

    private static Plan ToPlan(SamplePlan plan, Step head) => plan switch
    {
        { Own: { } own } => new Plan(own, PlanSource.Own),
        { Edited: { } edited } => new Plan(edited, PlanSource.Edited),
        _ => new Plan(head.Plans[plan.Picked - 1].Text, PlanSource.Picked),
    };

    private static async Task<NewStep> ToStepAsync(
        SampleStep step, Plan plan, IReadOnlyList<RecalledEntry> recalled, LocalEmbedder embedder, CancellationToken cancellationToken) => new()
        {
            Id = Guid.CreateVersion7(),
            Plan = plan,
            Paragraph = step.Paragraph,
            Summary = step.Summary,
            Vector = await embedder.GenerateVectorAsync(step.Summary, cancellationToken: cancellationToken),
            EmbeddingModel = LocalEmbedder.Name,
            ShortTermMemory = step.Memory,
            Rationale = step.Rationale,
            Plans = step.Plans ?? [],
            Recalled = recalled,
            NewCharacter = step.NewCharacter,
            Settings = Settings,
            Model = Writer,
        };
}
