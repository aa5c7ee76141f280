using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage.Search;

namespace RecurrentGpt.Web.Features.Search;

/// <summary>One person's search of all their stories: by words, which is there at once, and then by meaning. A new one ends the one before.</summary>
public sealed partial class LibrarySearch(
    WordSearch words, LibraryVectors vectors, QueryVectors queries, SearchIndex index, TimeProvider clock, ILogger<LibrarySearch> logger) : IDisposable
{
    public const int LongestQuery = 200;
    public const int MostByMeaning = 20;

    // So much of what is still unread is read first: what was just written is found at once, and after an update nobody waits for all of it.
    private const int ReadFirst = 5;

    private static readonly TimeSpan ReadFirstLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WordsLimit = TimeSpan.FromSeconds(10);

    // A first search reads all vectors, from a disk that may be slow.
    private static readonly TimeSpan MeaningLimit = TimeSpan.FromMinutes(2);

    private CancellationTokenSource? _running;
    private bool _isMadeReady;

    public string Query { get; private set; } = "";

    public SearchState ByWords { get; private set; }

    /// <summary>What was found by words; null before.</summary>
    public WordsFound? Words { get; private set; }

    public SearchState ByMeaning { get; private set; }

    /// <summary>What was found by meaning, the nearest first.</summary>
    public IReadOnlyList<FoundParagraph> Meanings { get; private set; } = [];

    /// <summary>Why there is no search by meaning; null when the models are not to blame.</summary>
    public StepFailure? MeaningFailure { get; private set; }

    /// <param name="typed">What was typed.</param>
    /// <param name="mayAsk">Whether an embedding server may be asked. What is opened by its address alone has asked for nothing that costs.</param>
    /// <param name="changed">Told whenever there is something new to see.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task SearchAsync(string typed, bool mayAsk, Action changed, CancellationToken cancellationToken)
    {
        using var running = Begin(cancellationToken);
        Query = typed.Trim();
        (Words, Meanings, MeaningFailure, ByMeaning) = (null, [], null, SearchState.None);
        var query = Query.Length <= LongestQuery ? WordQuery.Read(Query) : null;
        ByWords = query switch { null => SearchState.TooLong, { IsEmpty: true } => SearchState.None, _ => SearchState.Searching };
        changed();
        if (query is { IsEmpty: false })
        {
            await FindWordsAsync(query, running);
            await FindMeaningsAsync(query, mayAsk, changed, running);
        }

        End(running);
    }

    /// <summary>Searches by meaning once more, and asks the embedding server.</summary>
    public async Task AskAsync(Action changed, CancellationToken cancellationToken)
    {
        using var running = Begin(cancellationToken);
        await FindMeaningsAsync(WordQuery.Read(Query), mayAsk: true, changed, running);
        End(running);
    }

    /// <summary>Reads what a search by meaning needs, while somebody still types.</summary>
    public async Task MakeReadyAsync(CancellationToken cancellationToken)
    {
        if (_isMadeReady)
        {
            return;
        }

        _isMadeReady = true;
        try
        {
            using var inTime = new CancellationTokenSource(MeaningLimit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inTime.Token);
            await (await queries.SpaceAsync(either.Token) is { } space ? vectors.MakeReadyAsync(space, either.Token) : Task.CompletedTask);
        }
        catch (Exception failure)
        {
            // Nobody has asked for anything yet; a search says what is wrong.
            LogNotReady(failure);
        }
    }

    public void Dispose() => _running?.Cancel();

    private CancellationTokenSource Begin(CancellationToken cancellationToken)
    {
        _running?.Cancel();
        return _running = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    private void End(CancellationTokenSource running) => _running = ReferenceEquals(_running, running) ? null : _running;

    private bool IsLatest(CancellationTokenSource running) => ReferenceEquals(_running, running) && !running.IsCancellationRequested;

    private async Task FindWordsAsync(WordQuery query, CancellationTokenSource running)
    {
        try
        {
            using var inTime = new CancellationTokenSource(WordsLimit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(running.Token, inTime.Token);
            await ReadFirstAsync(either.Token);
            var found = await words.FindAsync(query, either.Token);
            if (IsLatest(running))
            {
                (Words, ByWords) = (found, SearchState.Done);
            }
        }
        catch (Exception failure)
        {
            // Once another search has begun, or the page is closed, nobody waits for this one.
            if (IsLatest(running))
            {
                LogFailed(failure);
                ByWords = SearchState.Failed;
            }
        }
    }

    // A disk that takes no writing is no reason to find nothing.
    private async Task ReadFirstAsync(CancellationToken cancellationToken)
    {
        using var inTime = new CancellationTokenSource(ReadFirstLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inTime.Token);
        try
        {
            await index.CatchUpAsync(ReadFirst, either.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotRead(failure);
        }
    }

    private async Task FindMeaningsAsync(WordQuery query, bool mayAsk, Action changed, CancellationTokenSource running)
    {
        if (!IsLatest(running))
        {
            return;
        }

        (ByMeaning, MeaningFailure) = (SearchState.Searching, null);
        changed();
        try
        {
            using var inTime = new CancellationTokenSource(MeaningLimit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(running.Token, inTime.Token);
            var asked = await queries.AskAsync(Query, mayAsk, either.Token);
            var near = asked.Vector is { } vector ? await vectors.NearestAsync(asked.EmbeddingModel, vector, MostByMeaning, either.Token) : [];
            if (IsLatest(running))
            {
                Show(asked, near, query);
            }
        }
        catch (Exception failure)
        {
            if (IsLatest(running))
            {
                LogFailed(failure);
                ByMeaning = SearchState.Failed;
            }
        }

        if (IsLatest(running))
        {
            changed();
        }
    }

    private void Show(QueryVector asked, IReadOnlyList<NearEntry> near, WordQuery query)
    {
        MeaningFailure = asked.Failure;
        ByMeaning = asked switch { { Vector: not null } => SearchState.Done, { IsUnasked: true } => SearchState.Unasked, _ => SearchState.Failed };
        Meanings = [.. near.Where(entry => entry.Cosine > 0).Select(entry =>
            new FoundParagraph(entry.StoryId, entry.Title, entry.Kind, entry.StepId, entry.Number, Excerpt.Of(entry.Summary, query)))];
    }

    [LoggerMessage(LogLevel.Error, "The stories could not be searched")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(LogLevel.Debug, "Vectors could not be read before a search")]
    private partial void LogNotReady(Exception failure);

    [LoggerMessage(LogLevel.Warning, "New paragraphs could not be read before a search")]
    private partial void LogNotRead(Exception failure);
}
