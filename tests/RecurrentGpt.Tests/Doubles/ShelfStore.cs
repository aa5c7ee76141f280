using System.Collections.Immutable;
using RecurrentGpt.Authors;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Doubles;

/// <summary>A store in memory with one story that stands on one step; it keeps what runs tell it.</summary>
public sealed class ShelfStore : IStoryStore, IModelSource
{
    public ShelfStore(ScriptedChat chat)
    {
        Head = Samples.Step();
        Story = Samples.Story with { HeadId = Head.Id };
        Models = Samples.Models(chat);
        Entries = [new() { StepId = Head.Id, Number = Head.Number, Text = Head.Summary, Vector = ScriptedEmbedder.Embed(Head.Summary), EmbeddingModel = "letters" }];
    }

    public Story Story { get; set; }

    public Step Head { get; set; }

    public WritingModels Models { get; set; }

    /// <summary>What is stored of long-term memory; replaced as a whole, so that it can be read while an indexer writes.</summary>
    public ImmutableList<MemoryEntry> Entries { get; set; }

    /// <summary>Choices that the author made before.</summary>
    public IReadOnlyList<PastPick> Picks { get; set; } = [];

    public Run? Claimed { get; private set; }

    public StoryChange? Committed { get; private set; }

    public RunEnd? Ended { get; private set; }

    public List<string> Partials { get; } = [];

    /// <summary>Done when prose has been kept.</summary>
    public TaskCompletionSource<string> FirstPartial { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Exception? KeepFails { get; set; }

    public Exception? CommitFails { get; set; }

    /// <summary>What every write is refused with; null while there is room.</summary>
    public StoreException? Refusal { get; set; }

    /// <summary>How often a commit was asked for.</summary>
    public int Commits { get; private set; }

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Models);

    public Task<Story?> FindStoryAsync(Guid storyId, CancellationToken cancellationToken) => Task.FromResult(storyId == Story.Id ? Story : null);

    public Task<Step?> FindStepAsync(Guid stepId, CancellationToken cancellationToken) => Task.FromResult(stepId == Head.Id ? Head : null);

    public Task<IReadOnlyList<MemoryEntry>> ReadEntriesAsync(Guid storyId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MemoryEntry>>(Entries);

    public Task<IReadOnlyList<PastPick>> ReadPicksAsync(Guid headId, CancellationToken cancellationToken) => Task.FromResult(Picks);

    public Task<IReadOnlyList<StoryParagraph>> ReadParagraphsAsync(Guid storyId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoryParagraph>>([new(Head.Id, Head.ParentId, Head.Number, Head.Version, Head.Paragraph)]);

    public Task SaveVectorsAsync(string embeddingModel, IReadOnlyList<EntryVector> vectors, CancellationToken cancellationToken)
    {
        var embedded = vectors.ToDictionary(vector => (vector.StepId, vector.Text));
        Entries = [.. Entries.Select(entry => embedded.TryGetValue((entry.StepId, entry.Text), out var vector)
            ? entry with { Vector = vector.Vector, EmbeddingModel = embeddingModel }
            : entry)];
        return Task.CompletedTask;
    }

    public Task<Run?> ClaimAsync(Guid runId, RunRequest request, CancellationToken cancellationToken)
    {
        if (Claimed is not null && Ended is null && Committed is null)
        {
            return Task.FromResult<Run?>(null);
        }

        Claimed = new Run { Id = runId, Request = request, State = RunState.Running, StartedAt = DateTimeOffset.UnixEpoch };
        return Task.FromResult<Run?>(Claimed);
    }

    public Task KeepPartialAsync(Guid runId, string partial, CancellationToken cancellationToken)
    {
        CheckRoom();
        if (KeepFails is not null)
        {
            throw KeepFails;
        }

        Partials.Add(partial);
        FirstPartial.TrySetResult(partial);
        return Task.CompletedTask;
    }

    public Task<Committed> CommitAsync(Guid runId, StoryChange change, CancellationToken cancellationToken)
    {
        Commits++;
        CheckRoom();
        if (CommitFails is not null)
        {
            throw CommitFails;
        }

        Committed = change;
        var steps = change.Steps.Select(step => Samples.Step(step.Id, Story.Id, Head.Number + 1) with { ParentId = Head.Id });
        return Task.FromResult(new Committed([.. steps], change.Summary is { } summary ? ToEntry(summary) : null));
    }

    private MemoryEntry ToEntry(NewSummary summary) => new()
    {
        StepId = Head.Id,
        Number = Head.Number,
        Text = summary.Text,
        Vector = summary.Vector,
        EmbeddingModel = summary.EmbeddingModel,
    };

    public Task EndAsync(Guid runId, RunEnd end, CancellationToken cancellationToken)
    {
        CheckRoom();
        Ended = end;
        return Task.CompletedTask;
    }

    private void CheckRoom()
    {
        if (Refusal is not null)
        {
            throw Refusal;
        }
    }
}
