using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Repetition;

/// <summary>
/// Tells how close a paragraph is to earlier ones of its path: by the phrases that they share, and by the vectors that their entries of long-term memory have anyway.
/// Nothing is asked of a model. The index of a story is built when it is first asked for and grows with it; the stories asked for last are kept, up to four million words
/// together, about 160 MB. Safe for several threads.
/// </summary>
public sealed class RepetitionWatch : IDisposable
{
    private const long MostWords = 4_000_000;

    private readonly IStoryStore _store;
    private readonly IModelSource _models;
    private readonly MemoryShelf _shelf;
    private readonly Lock _gate = new();
    private readonly LinkedList<OpenPhrases> _open = [];
    private readonly IDisposable _listening;

    /// <summary>Makes a watch.</summary>
    /// <param name="store">Holds the paragraphs.</param>
    /// <param name="models">Says which space vectors are compared in.</param>
    /// <param name="shelf">Holds the vectors, and tells of changes.</param>
    public RepetitionWatch(IStoryStore store, IModelSource models, MemoryShelf shelf)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        (_store, _models, _shelf) = (store, models, shelf);
        _listening = shelf.Subscribe(Follow);
    }

    /// <summary>How close the stored paragraph of a step is to earlier ones of its path; <see cref="Repetitions.None"/> when there is no such step.</summary>
    public async Task<Repetitions> FindAsync(Guid storyId, Guid stepId, CancellationToken cancellationToken)
    {
        if ((await FindPhrasesAsync(storyId, [stepId], cancellationToken)).GetValueOrDefault(stepId) is not { } phrases)
        {
            return Repetitions.None;
        }

        if ((await OpenMemoryAsync(storyId, cancellationToken))?.Nearest(stepId) is not var (entry, nearness))
        {
            return new Repetitions(phrases.Sentences, phrases.Share, null, 0, Closeness.IsTooClose(phrases.ShareOfOne, 0, 0));
        }

        var rewording = Use(storyId).Index.Compare(stepId, entry.StepId);
        var isTooClose = Closeness.IsTooClose(phrases.ShareOfOne, nearness, rewording?.Share ?? 0);

        // What is shown is what makes it too close.
        var sentences = isTooClose && phrases.ShareOfOne < Closeness.Share ? rewording!.Sentences() : phrases.Sentences;
        return new Repetitions(sentences, phrases.Share, entry.Number, nearness, isTooClose);
    }

    /// <summary>What the paragraphs of some steps share with earlier ones of their paths, by the step; steps that are not there have nothing.</summary>
    public async Task<IReadOnlyDictionary<Guid, RepeatedPhrases>> FindPhrasesAsync(Guid storyId, IReadOnlyCollection<Guid> stepIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stepIds);
        var open = Use(storyId);
        await CatchUpAsync(open, stepIds, cancellationToken);
        LetGo();
        var found = new Dictionary<Guid, RepeatedPhrases>();
        foreach (var stepId in stepIds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (open.Index.Find(stepId) is { } phrases)
            {
                found[stepId] = phrases;
            }
        }

        return found;
    }

    /// <summary>Forgets all stories; each is read anew when it is next asked for.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _open.Clear();
        }
    }

    /// <summary>Follows changes no more.</summary>
    public void Dispose() => _listening.Dispose();

    private async Task CatchUpAsync(OpenPhrases open, IReadOnlyCollection<Guid> stepIds, CancellationToken cancellationToken)
    {
        foreach (var stepId in stepIds.Where(stepId => !open.IsBehind && !open.Index.Contains(stepId)))
        {
            if (!await AppendAsync(open, stepId, cancellationToken))
            {
                await ReadAllAsync(open, cancellationToken);
                return;
            }
        }

        if (open.IsBehind)
        {
            await ReadAllAsync(open, cancellationToken);
        }
    }

    // A story grows by one step at a time: then one is read, not all.
    private async Task<bool> AppendAsync(OpenPhrases open, Guid stepId, CancellationToken cancellationToken)
    {
        if (await _store.FindStepAsync(stepId, cancellationToken) is not { } step || step.StoryId != open.StoryId)
        {
            return true;
        }

        if (step.ParentId is not { } parentId || !open.Index.Contains(parentId))
        {
            return false;
        }

        open.Index.Put([new StoryParagraph(step.Id, step.ParentId, step.Number, step.Version, step.Paragraph)]);
        return true;
    }

    private async Task ReadAllAsync(OpenPhrases open, CancellationToken cancellationToken)
    {
        var changes = open.Changes;
        open.Index.Put(await _store.ReadParagraphsAsync(open.StoryId, cancellationToken));
        open.Catch(changes);
    }

    // After a step its memory is open. It is read for this only where the models are known.
    private async Task<LongTermMemory?> OpenMemoryAsync(Guid storyId, CancellationToken cancellationToken)
    {
        try
        {
            var settled = await _models.CurrentAsync(cancellationToken);
            return await _shelf.OpenAsync(storyId, settled.EmbeddingModel, _store.ReadEntriesAsync, cancellationToken);
        }
        catch (ModelException)
        {
            return _shelf.Find(storyId);
        }
    }

    private OpenPhrases Use(Guid storyId)
    {
        lock (_gate)
        {
            var open = _open.FirstOrDefault(known => known.StoryId == storyId);
            if (open is null)
            {
                open = new OpenPhrases(storyId, _shelf.Find(storyId)?.Count ?? -1);
            }
            else
            {
                _open.Remove(open);
            }

            _open.AddFirst(open);
            return open;
        }
    }

    // The story that is asked for stays, however long it is.
    private void LetGo()
    {
        lock (_gate)
        {
            var words = _open.Sum(RoomOf);
            while (_open.Count > 1 && words > MostWords)
            {
                words -= RoomOf(_open.Last!.Value);
                _open.RemoveLast();
            }
        }
    }

    // Also one without words takes some room.
    private static long RoomOf(OpenPhrases open) => open.Index.Words + 1_000;

    private void Follow(Guid storyId)
    {
        lock (_gate)
        {
            _open.FirstOrDefault(open => open.StoryId == storyId)?.Follow(_shelf.Find(storyId)?.Count ?? -1);
        }
    }
}
