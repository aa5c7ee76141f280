using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Memory;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>The stores that a desk works with, on a real SQLite file that can be closed and opened again.</summary>
internal sealed class TreeDesk : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly TempFolder _folder = new();
    private readonly ScriptedChat _chat = new();
    private readonly Queue<(Guid StoryId, IReadOnlyList<PlainWriting> Opening)> _stories = [];
    private MemoryIndexer _indexer = null!;

    private TreeDesk()
    {
    }

    public TestDatabase Database { get; private set; } = null!;

    public EntryStore Entries { get; private set; } = null!;

    public BranchStore Branches { get; private set; } = null!;

    public TreeStore Trees { get; private set; } = null!;

    public MarkStore Marks { get; private set; } = null!;

    public static async Task<TreeDesk> OpenAsync()
    {
        var desk = new TreeDesk();
        EmptyDatabase.CopyTo(desk._folder.Path);
        await desk.StartAsync();
        return desk;
    }

    /// <summary>A story with an opening, which nobody has touched.</summary>
    public async Task<(Guid StoryId, IReadOnlyList<PlainWriting> Opening)> TakeStoryAsync()
    {
        if (_stories.Count == 0)
        {
            (await NewStories.WriteAsync(Database, NewId)).ForEach(_stories.Enqueue);
        }

        return _stories.Dequeue();
    }

    /// <summary>An id of a moment of its own: what is ordered by time has an order.</summary>
    public Guid NewId()
    {
        Database.Clock.Advance(Pace);
        return Guid.CreateVersion7(Database.Clock.GetUtcNow());
    }

    /// <summary>Ends all that is open and opens the same file anew; time goes on.</summary>
    public async Task RestartAsync()
    {
        var now = Database.Clock.GetUtcNow();
        await CloseAsync();
        await StartAsync();
        Database.Clock.Advance(now - Database.Clock.GetUtcNow());
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _chat.Dispose();
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        Database = TestDatabase.At(_folder.Path);
        await Database.StartAsync();
        var shelf = new MemoryShelf();
        _indexer = Samples.Indexer(Database.Store, new ScriptedModels(_chat), shelf, Database.Clock);
        Branches = new BranchStore(Database.Writes, Database.Clock);
        Trees = new TreeStore(Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        Marks = new MarkStore(Database.Writes, Database.Clock);
        Entries = new EntryStore(Database.Writes, shelf, _indexer, Database.Clock);
    }

    private async Task CloseAsync()
    {
        await _indexer.DisposeAsync();
        await Database.DisposeAsync();
    }
}
