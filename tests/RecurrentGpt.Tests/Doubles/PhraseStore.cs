using RecurrentGpt.Authors;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Doubles;

/// <summary>Paragraphs of one story in memory, in any tree; it counts what is read of it, and knows no writing.</summary>
public sealed class PhraseStore : IStoryStore, IModelSource
{
    private readonly List<StoryParagraph> _paragraphs = [];
    private readonly List<MemoryEntry> _entries = [];

    public Guid StoryId { get; } = Guid.NewGuid();

    public MemoryShelf Shelf { get; } = new();

    public ScriptedEmbedder Embedder { get; } = new();

    public bool HasModels { get; set; } = true;

    public int ReadAll { get; private set; }

    public int ReadOne { get; private set; }

    /// <summary>Stores a paragraph behind another one, and tells of it as a run does.</summary>
    public Guid Add(Guid? parent, string text, string? summary = null, float[]? vector = null)
    {
        var number = parent is null ? 1 : _paragraphs.Single(paragraph => paragraph.StepId == parent).Number + 1;
        var added = new StoryParagraph(Guid.NewGuid(), parent, number, 0, text);
        var entry = new MemoryEntry
        {
            StepId = added.StepId,
            ParentId = parent,
            Number = number,
            Text = summary ?? text,
            Vector = vector ?? ScriptedEmbedder.Embed(summary ?? text),
            EmbeddingModel = "letters",
        };
        _paragraphs.Add(added);
        _entries.Add(entry);
        Shelf.Change(StoryId, memory => memory.Put(entry));
        return added.StepId;
    }

    /// <summary>Stores paragraphs, each behind the one before.</summary>
    public IReadOnlyList<Guid> AddPath(params IReadOnlyList<string> texts)
    {
        var path = new List<Guid>();
        foreach (var text in texts)
        {
            path.Add(Add(path.Count == 0 ? null : path[^1], text));
        }

        return path;
    }

    /// <summary>Changes a paragraph as an author does by hand.</summary>
    public void Edit(Guid stepId, string text)
    {
        var place = _paragraphs.FindIndex(paragraph => paragraph.StepId == stepId);
        _paragraphs[place] = _paragraphs[place] with { Text = text, Version = _paragraphs[place].Version + 1 };
        Shelf.Change(StoryId, memory => memory.Put(_entries[place] with { IsOutdated = true }));
    }

    public Task<IReadOnlyList<StoryParagraph>> ReadParagraphsAsync(Guid storyId, CancellationToken cancellationToken)
    {
        ReadAll++;
        return Task.FromResult<IReadOnlyList<StoryParagraph>>(storyId == StoryId ? [.. _paragraphs.OrderBy(paragraph => paragraph.Number)] : []);
    }

    public Task<Step?> FindStepAsync(Guid stepId, CancellationToken cancellationToken)
    {
        ReadOne++;
        return Task.FromResult(_paragraphs.Find(paragraph => paragraph.StepId == stepId) is { } found
            ? Samples.Step(stepId, StoryId, found.Number) with { ParentId = found.ParentId, Paragraph = found.Text, Version = found.Version }
            : null);
    }

    public Task<IReadOnlyList<MemoryEntry>> ReadEntriesAsync(Guid storyId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MemoryEntry>>([.. _entries]);

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) => HasModels
        ? ValueTask.FromResult(Samples.Models(new ScriptedChat(), Embedder))
        : throw new ModelException(new StepFailure(FailureKind.Unexpected));

    public Task<Story?> FindStoryAsync(Guid storyId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<PastPick>> ReadPicksAsync(Guid headId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SaveVectorsAsync(string embeddingModel, IReadOnlyList<EntryVector> vectors, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Run?> ClaimAsync(Guid runId, RunRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task KeepPartialAsync(Guid runId, string partial, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Committed> CommitAsync(Guid runId, StoryChange change, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task EndAsync(Guid runId, RunEnd end, CancellationToken cancellationToken) => throw new NotSupportedException();
}
