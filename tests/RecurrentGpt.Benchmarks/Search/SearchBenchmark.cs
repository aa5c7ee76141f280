using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.Benchmarks.Storage;
using RecurrentGpt.Benchmarks.Vectors;
using RecurrentGpt.Memory;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Search;

namespace RecurrentGpt.Benchmarks.Search;

/// <summary>A search of the whole library by words and by meaning, what its index takes, and what it costs a step.</summary>
internal sealed class SearchBenchmark : IBenchmark
{
    private const double Limit = 100;
    private const int Shown = 20;
    private const int Rounds = 40;
    private const int Commits = 200;

    public int Number => 15;

    public string Name => "search";

    public string What => "A search of 100,000 paragraphs of 120 words in 100 stories, by words and by vectors of 1,536 dimensions.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        var paragraphs = run.Of(100_000, 2_000);
        var words = new DrawnWords();
        await using (var program = await SampleProgram.StartAsync())
        {
            var laying = await BenchmarkRun.MillisecondsAsync(() => new LaidLibrary(program, words).LayAsync(paragraphs, cancellationToken));
            var reading = await BenchmarkRun.MillisecondsAsync(() => program.Services.GetRequiredService<SearchIndex>().CatchUpAsync(int.MaxValue, cancellationToken));
            run.Note($"The {paragraphs} paragraphs were laid in {laying / 1_000:0.0} s and read into the index in {reading / 1_000:0.0} s.");
            await ByWordsAsync(run, program, words, cancellationToken);
            await ByMeaningAsync(run, program, paragraphs, cancellationToken);
            await OnDiskAsync(run, program, paragraphs);
            await ByReadingAllAsync(run, program, words[12_000]);
        }

        await CommitsAsync(run);
    }

    private static async Task ByWordsAsync(BenchmarkRun run, SampleProgram program, DrawnWords words, CancellationToken cancellationToken)
    {
        var search = new WordSearch(program.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        (string What, string Typed)[] all =
        [
            ("a rare word", $"{words[12_000]} "), ("the most frequent word", $"{words[0]} "), ("three frequent words", $"{words[0]} {words[5]} {words[9]} "),
            ("a phrase of two frequent words", $"\"{words[2]} {words[3]}\""), ("a phrase that is rare", $"\"{words[40]} {words[900]}\""),
            ("the beginning of a word, two letters", words[0][..2]), ("the beginning of a word, three letters", words[0][..3]),
            ("a word that is nowhere", "zzz "),
        ];
        foreach (var (what, typed) in all)
        {
            var query = WordQuery.Read(typed);
            var found = await search.FindAsync(query, cancellationToken);
            var spread = await run.MeasureAsync(() => search.FindAsync(query, cancellationToken), Rounds);
            run.Add(new Figure($"{what}: {found.Paragraphs.Count}{(found.HasMore ? " and more" : "")} found", "ms", spread.Median) { P95 = spread.P95, Target = Limit });
        }
    }

    private static async Task ByMeaningAsync(BenchmarkRun run, SampleProgram program, int paragraphs, CancellationToken cancellationToken)
    {
        await using var vectors = new LibraryVectors(program.Services.GetRequiredService<IDbContextFactory<WritingDb>>(), new MemoryShelf(), TimeProvider.System);
        var query = new RandomVectors(1, LaidLibrary.Dimensions, seed: 7)[0];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var first = await BenchmarkRun.MillisecondsAsync(() => vectors.NearestAsync(LaidStory.Space, query, Shown, cancellationToken));
        var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        var spread = await run.MeasureAsync(() => vectors.NearestAsync(LaidStory.Space, query, Shown, cancellationToken), Rounds);
        run.Add(new Figure($"by meaning, {paragraphs} vectors in memory", "ms", spread.Median) { P95 = spread.P95, Target = Limit });
        run.Note($"The first search by meaning reads all vectors and takes {first:0} ms, less what was read while it was typed; they hold {held:0} MB until ten minutes after the last search.");
    }

    private static async Task OnDiskAsync(BenchmarkRun run, SampleProgram program, int paragraphs)
    {
        var (index, texts) = await AskAsync(program, connection => (
            (long)Ask(connection, "SELECT sum(length(block)) FROM StepWords_data") + (long)Ask(connection, "SELECT sum(length(sz)) FROM StepWords_docsize"),
            (long)Ask(connection, "SELECT sum(length(Paragraph)) FROM Steps")));
        run.Add(new Figure("index of the words on the disk", "MB", index / 1e6) { Peer = texts / 1e6, PeerName = "the paragraphs", Target = 1 });
        run.Note($"All {paragraphs} paragraphs with vectors of {LaidLibrary.Dimensions} dimensions take {program.StoredBytes / 1e6:0} MB.");
    }

    private static async Task ByReadingAllAsync(BenchmarkRun run, SampleProgram program, string word)
    {
        var time = await BenchmarkRun.MillisecondsAsync(() => AskAsync(program, connection => Ask(connection, $"SELECT count(*) FROM Steps WHERE Paragraph LIKE '%{word}%'")));
        run.Note($"Reading all paragraphs for a word (LIKE), once: {time:0} ms.");
    }

    // Two desks alike, but that the one does not put its steps on the list of the search.
    private static async Task CommitsAsync(BenchmarkRun run)
    {
        var vectors = new RandomVectors(20, LaidLibrary.Dimensions, seed: 1);
        await using var ours = await SampleProgram.StartAsync();
        await using var bare = await SampleProgram.StartAsync();
        var (story, bareStory) = (await LaidStory.LayAsync(ours.Services, vectors), await LaidStory.LayAsync(bare.Services, vectors));
        await bare.Services.GetRequiredService<WriteQueue>().WriteAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER SearchedSteps_Added; DROP TRIGGER SearchedSteps_Changed; DROP TRIGGER SearchedSteps_Removed"));
        await run.MeasureAsync(
            new Figure("a step committed", "ms", 0) { PeerName = "without the triggers", Target = 1.1 }, () => CommitAsync(story, vectors[0]), () => CommitAsync(bareStory, vectors[0]), Commits);
    }

    private static async Task<double> CommitAsync(LaidStory story, ReadOnlyMemory<float> vector)
    {
        var runId = await story.ClaimAsync();
        return await BenchmarkRun.MillisecondsAsync(() => story.CommitAsync(runId, LaidStory.NewStep(vector)));
    }

    private static async Task<T> AskAsync<T>(SampleProgram program, Func<SqliteConnection, T> ask)
    {
        await using var db = await program.Services.GetRequiredService<IDbContextFactory<WritingDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        return ask((SqliteConnection)db.Database.GetDbConnection());
    }

    private static object Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
