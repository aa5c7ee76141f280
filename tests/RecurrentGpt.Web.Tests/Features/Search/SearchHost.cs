using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Search;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Search;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Search;

/// <summary>The search on real storage, with an embedder that counts letters.</summary>
internal sealed class SearchHost : IModelSource, IAsyncDisposable
{
    private SearchHost(TestDatabase database)
    {
        Database = database;
        Models = Samples.Models(new ScriptedChat(), Embedder);
        Vectors = new LibraryVectors(Readers, Shelf, database.Clock);
        Queries = new QueryVectors(this, new RecurrenceOptions(), database.Clock);
    }

    public TestDatabase Database { get; }

    public ScriptedEmbedder Embedder { get; } = new();

    public WritingModels Models { get; set; }

    public MemoryShelf Shelf { get; } = new();

    public LibraryVectors Vectors { get; }

    public QueryVectors Queries { get; }

    public SearchIndex Index => Database.Services.GetRequiredService<SearchIndex>();

    private IDbContextFactory<WritingDb> Readers => Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>();

    public static async Task<SearchHost> OpenAsync() => new(await TestDatabase.OpenAsync());

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Models);

    public WordSearch NewWordSearch() => new(Readers);

    public LibrarySearch NewSearch() => new(NewWordSearch(), Vectors, Queries, Index, Database.Clock, NullLogger<LibrarySearch>.Instance);

    /// <summary>Writes a story of paragraphs, each with an entry of the same words.</summary>
    public async Task<IReadOnlyList<Step>> WriteAsync(string title, params string[] paragraphs)
    {
        var story = await Database.AddStoryAsync(title);
        var steps = paragraphs.Select(paragraph => Written.Step(paragraph) with { Summary = paragraph, Vector = ScriptedEmbedder.Embed(paragraph), EmbeddingModel = Models.EmbeddingModel });
        return await Database.CommitAsync(new RunRequest(story.Id, RunKind.Opening), Written.Change([.. steps]));
    }

    /// <summary>Reads all that is unread, and gives the numbers of the paragraphs that have the words, as the search orders them.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string typed)
    {
        await Index.CatchUpAsync(1_000, CancellationToken.None);
        var found = await NewWordSearch().FindAsync(WordQuery.Read(typed), CancellationToken.None);
        return [.. found.Paragraphs.Select(paragraph => $"{paragraph.Title} {paragraph.Number}")];
    }

    /// <summary>Gives a story to somebody else.</summary>
    public Task GiveAwayAsync(Guid storyId) => Database.Queue.WriteAsync(
        db => db.Stories.Where(story => story.Id == storyId).ExecuteUpdateAsync(story => story.SetProperty(row => row.OwnerId, Guid.CreateVersion7())));

    public async Task<long> AskAsync(string sql)
    {
        await using var db = Database.Read();
        await db.Database.OpenConnectionAsync();
        return (long)((SqliteConnection)db.Database.GetDbConnection()).Ask(sql)!;
    }

    public async ValueTask DisposeAsync()
    {
        await Vectors.DisposeAsync();
        await Database.DisposeAsync();
    }
}
