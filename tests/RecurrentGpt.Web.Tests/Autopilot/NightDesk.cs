using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Autopilot;

/// <summary>The real runners over a real SQLite file, with a scripted model and nobody at the desk. It can be killed, and another one opened on the same file.</summary>
internal sealed class NightDesk : IAsyncDisposable
{
    // Only to end a test that would hang; nothing waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly MemoryIndexer _indexer;

    private NightDesk(TestDatabase database)
    {
        Database = database;
        var (models, shelf) = (new ScriptedModels(Chat), new MemoryShelf());
        _indexer = Samples.Indexer(database.Store, models, shelf, database.Clock);
        Runner = Samples.Runner(database.Store, models, shelf, _indexer, database.Clock);
        Autopilots = Samples.Autopilots(database.Autopilots, database.Store, Runner, models, database.Clock, shelf);
    }

    public TestDatabase Database { get; }

    public ScriptedChat Chat { get; } = new();

    public StoryRunner Runner { get; }

    public AutopilotRunner Autopilots { get; }

    public static async Task<NightDesk> OpenAsync(string path)
    {
        var database = TestDatabase.At(path);
        await database.StartAsync();
        return new NightDesk(database);
    }

    public async Task<Guid> AddStoryAsync()
    {
        var story = await Database.AddStoryAsync();
        await Database.AddOpeningAsync(story.Id);
        return story.Id;
    }

    public NightDesk Replies(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Chat.Reply(Samples.StepReply);
        }

        return this;
    }

    public Task StartAsync(Guid storyId, int steps) =>
        Autopilots.StartAsync(storyId, new AutopilotOrder { Steps = steps, Author = AuthorKind.First, StopsAtRepetition = false }, CancellationToken.None);

    public async Task<AutopilotRecord> EndAsync(Guid storyId)
    {
        await Autopilots.WaitAsync(storyId, CancellationToken.None).WaitAsync(Patience);
        return Autopilots.Find(storyId)!.Record;
    }

    /// <summary>Until so many steps are stored and the next is being written.</summary>
    public async Task UntilWritingAfterAsync(Guid storyId, int steps)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = Autopilots.Subscribe(_ => Look());
        using var starting = Runner.Subscribe(_ => Look());
        Look();
        await seen.Task.WaitAsync(Patience);

        void Look()
        {
            if (Autopilots.Find(storyId)?.Record.Spent.Steps == steps && Runner.Find(storyId) is not null)
            {
                seen.TrySetResult();
            }
        }
    }

    /// <summary>What works here can store nothing more, as if the program had been killed.</summary>
    public ValueTask KillAsync() => Database.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await Autopilots.DisposeAsync();
        await Runner.DisposeAsync();
        await _indexer.DisposeAsync();
        await Database.DisposeAsync();
    }
}
