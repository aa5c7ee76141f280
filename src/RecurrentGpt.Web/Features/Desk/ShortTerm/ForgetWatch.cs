using Microsoft.Extensions.Options;
using RecurrentGpt.Memory;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.ShortTerm;

/// <summary>What is known of a sentence that leaves memory.</summary>
/// <param name="Way">The nearest entry; null when long-term memory has none.</param>
/// <param name="IsByWords">Whether only words were compared, while the story's own embeddings know meaning.</param>
public sealed record Forgotten(WayBack? Way, bool IsByWords)
{
    public bool IsSafe => Way is { IsSafe: true } || IsPinned;

    public bool IsPinned => Way is { IsSafe: true, Entry.Pinned: true };
}

/// <summary>How entries of long-term memory are changed.</summary>
internal sealed record EntryChanges(
    Func<Guid, bool, CancellationToken, Task> PinAsync,
    Func<Guid, string, int, CancellationToken, Task<SaveResult>> SaveAsync);

/// <summary>
/// Tells for each sentence that leaves short-term memory which entry of long-term memory could bring it back. By words it is free and done at once;
/// by meaning it costs one embedding request, made only when the author asks, and never twice for one sentence.
/// </summary>
internal sealed partial class ForgetWatch(
    IModelSource models,
    IStoryStore store,
    MemoryShelf shelf,
    EntryChanges entries,
    IOptions<RecurrenceOptions> options,
    TimeProvider clock,
    ILogger<ForgetWatch> logger) : IDisposable
{
    private readonly Dictionary<(string Space, string Sentence), ReadOnlyMemory<float>> _vectors = [];
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private Dictionary<string, Forgotten> _found = [];

    /// <summary>Whether the author can have the sentences compared by meaning.</summary>
    public bool CanLookByMeaning { get; private set; }

    /// <summary>Whether the last look by meaning, or the last pin, failed.</summary>
    public bool IsFailed { get; private set; }

    /// <summary>Null while it was not looked for.</summary>
    public Forgotten? Of(string sentence) => _found.GetValueOrDefault(sentence);

    /// <summary>Looks for the ways back of sentences, by words and by what is known of their meaning.</summary>
    public Task LookAsync(Step head, IReadOnlyList<string> sentences, CancellationToken cancellationToken) =>
        TryAsync(() => LookAsync(head, sentences, askMeaning: false, cancellationToken), cancellationToken);

    /// <summary>Has the sentences embedded, in one request, and compares them with the entries' own vectors.</summary>
    public Task LookByMeaningAsync(Step head, IReadOnlyList<string> sentences, CancellationToken cancellationToken) =>
        TryAsync(() => LookAsync(head, sentences, askMeaning: true, cancellationToken), cancellationToken);

    /// <summary>
    /// Makes a sentence safe: the entry that says it is always sent from now on. When none says it, the sentence is added to the entry of the step after which it
    /// last stood in memory, and that one is always sent.
    /// </summary>
    public Task PinAsync(Step head, string sentence, IReadOnlyList<string> sentences, CancellationToken cancellationToken) => TryAsync(
        async () =>
        {
            var stepId = Of(sentence) is { IsSafe: true, Way.Entry.StepId: var safe } ? safe : await AddAsync(head, sentence, cancellationToken);
            await entries.PinAsync(stepId, true, cancellationToken);
            await LookAsync(head, sentences, askMeaning: false, cancellationToken);
        },
        cancellationToken);

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<Guid> AddAsync(Step head, string sentence, CancellationToken cancellationToken)
    {
        var memory = await OpenAsync(head, await models.CurrentAsync(cancellationToken), cancellationToken);
        var stepId = head.ParentId ?? head.Id;
        var entry = memory.Find(stepId) ?? throw new InvalidOperationException($"Step {stepId} has no entry.");
        if (!Prose.Sentences(entry.Text).Contains(sentence))
        {
            var text = MemorySentences.Append(entry.Text, sentence);
            var save = await entries.SaveAsync(stepId, text, entry.Version, cancellationToken);
            _ = save.Saved ? save : throw new InvalidOperationException($"The entry of step {stepId} was changed elsewhere.");
        }

        return stepId;
    }

    private async Task LookAsync(Step head, IReadOnlyList<string> sentences, bool askMeaning, CancellationToken cancellationToken)
    {
        var settled = await models.CurrentAsync(cancellationToken);
        var memory = await OpenAsync(head, settled, cancellationToken);
        var isLocal = settled.EmbeddingModel == LocalEmbedder.Name;
        if (askMeaning && !isLocal)
        {
            await EmbedAsync(settled, sentences, cancellationToken);
        }

        var found = new Dictionary<string, Forgotten>();
        foreach (var sentence in sentences)
        {
            found[sentence] = ByMeaning(memory, head, sentence) ?? new Forgotten(memory.Words.Find(head.Id, sentence, cancellationToken), !isLocal);
        }

        CanLookByMeaning = found.Values.Any(way => way.IsByWords);
        _found = found;
    }

    private Forgotten? ByMeaning(LongTermMemory memory, Step head, string sentence) =>
        _vectors.TryGetValue((memory.EmbeddingModel, sentence), out var vector) && WayBack.Find(memory, head.Id, sentence, vector) is { } way ? new Forgotten(way, IsByWords: false) : null;

    private async Task EmbedAsync(WritingModels settled, IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        string[] unknown = [.. sentences.Distinct().Where(sentence => !_vectors.ContainsKey((settled.EmbeddingModel, sentence)))];
        if (unknown.Length == 0)
        {
            return;
        }

        using var inTime = new CancellationTokenSource(options.Value.EmbeddingLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inTime.Token);
        var embeddings = await settled.Embedder.GenerateAsync(unknown, cancellationToken: either.Token);
        foreach (var (sentence, embedding) in unknown.Zip(embeddings))
        {
            _vectors[(settled.EmbeddingModel, sentence)] = embedding.Vector;
        }
    }

    private Task<LongTermMemory> OpenAsync(Step head, WritingModels settled, CancellationToken cancellationToken) =>
        shelf.OpenAsync(head.StoryId, settled.EmbeddingModel, store.ReadEntriesAsync, cancellationToken);

    // A look that fails is no reason to stop writing: what is known stays, and the panel says so.
    private async Task TryAsync(Func<Task> look, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            // Reading a long story's entries takes a while and runs on the caller's thread otherwise.
            await Task.Run(look, cancellationToken);
            IsFailed = false;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogNotLooked(e);
            IsFailed = true;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "What long-term memory could bring back was not found out")]
    private partial void LogNotLooked(Exception exception);
}
