using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.LongTerm;

/// <summary>A bench over a real store, with a story of five paragraphs whose summaries a scripted embedder has embedded.</summary>
internal sealed class TestBench : IAsyncDisposable, IModelSource
{
    private static readonly string[] Summaries = ["Mara finds a rope.", "The lamp goes out.", "A boy whistles.", "The rope is cut.", "Mara waits."];

    private TestBench(TestDatabase database)
    {
        Database = database;
        Indexer = new MemoryIndexer(database.Store, this, Shelf, new RecurrenceOptions(), database.Clock, new Random(1), NullLogger<MemoryIndexer>.Instance);
        Entries = new EntryStore(database.Writes, Shelf, Indexer, database.Clock);
        Looks = new RecallLooks(database.Store, this, Shelf, new RecurrenceOptions(), database.Clock);
        Uses = new RecallUses(database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        Bench = NewBench();
    }

    public TestDatabase Database { get; }

    public MemoryShelf Shelf { get; } = new();

    public ScriptedEmbedder Embedder { get; } = new();

    public MemoryIndexer Indexer { get; }

    public EntryStore Entries { get; }

    public RecallLooks Looks { get; }

    public RecallUses Uses { get; }

    public Bench Bench { get; }

    public DeskView View { get; private set; } = new();

    /// <summary>The settings that cannot be used; null for good ones.</summary>
    public StepFailure? SettingsFailure { get; set; }

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public static async Task<TestBench> OpenAsync()
    {
        var bench = new TestBench(await TestDatabase.OpenAsync());
        var story = await bench.Database.AddStoryAsync();
        Step? parent = null;
        for (var i = 0; i < Summaries.Length; i++)
        {
            parent = await bench.AddAsync(story, parent, Summaries[i]);
        }

        var draft = await bench.Database.Drafts.ReadAsync(story.Id);
        bench.View = new DeskView { State = DeskState.Ready, Draft = draft, Edits = DeskSamples.Edits(draft!.Head) };
        return bench;
    }

    /// <summary>Another tab.</summary>
    public Bench NewBench() => new(Looks, Uses, Entries, Indexer, NullLogger<Bench>.Instance);

    public async Task<MemoryEntry> EntryAsync(int number) =>
        (await Database.Store.ReadEntriesAsync(View.Draft!.Story.Id, default)).Single(entry => entry.Number == number);

    /// <summary>Waits until all entries are indexed.</summary>
    public async Task UntilIndexedAsync()
    {
        // Only to end a test that would hang.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Shelf.Find(View.Draft!.Story.Id)!.ToIndex().Count > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public WeighedEntry Weighed(int number) => Bench.Look!.Weighing.Entries.Single(weighed => weighed.Entry.Number == number);

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) =>
        SettingsFailure is null ? ValueTask.FromResult(Samples.Models(new ScriptedChat(), Embedder)) : throw new ModelException(SettingsFailure);

    public async ValueTask DisposeAsync()
    {
        await Indexer.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task<Step> AddAsync(Story story, Step? parent, string summary)
    {
        var plan = new Plan("The rope.", PlanSource.Picked);
        var written = Written.Step() with
        {
            Plan = plan,
            Summary = summary,
            Vector = (await Embedder.GenerateAsync([summary]))[0].Vector,
            EmbeddingModel = "letters",
            Plans = ["Mara cuts the rope.", "The boy whistles.", "It rains."],
            Recalled = parent is null ? [] : [new RecalledEntry(FirstId(parent), 1, Summaries[0], parent.Number == 3 ? null : 0.5, parent.Number == 4 ? RecallReason.Pinned : RecallReason.Similar)],
        };
        Embedder.Requests.Clear();
        var request = parent is null ? new RunRequest(story.Id, RunKind.Opening) : new RunRequest(story.Id, RunKind.Step) { ParentId = parent.Id, Plan = plan };
        var step = (await Database.CommitAsync(request, Written.Change(written))).Single();
        Steps = [.. Steps, step];
        return step;
    }

    private Guid FirstId(Step parent) => Steps.Count > 0 ? Steps[0].Id : parent.Id;
}
