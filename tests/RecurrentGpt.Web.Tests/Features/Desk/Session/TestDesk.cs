using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Layout;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

/// <summary>A writing session at a real store and the real runner, with a scripted model.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    // Only to end a test that would hang; nothing waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<WritingSession> _sessions = [];
    private readonly StoryRunner _runner;

    private TestDesk(TestDatabase database)
    {
        Database = database;
        Models = new ScriptedModels(Chat);
        Shelf = database.Services.GetRequiredService<MemoryShelf>();
        Indexer = Samples.Indexer(database.Store, Models, Shelf, database.Clock);
        _runner = Samples.Runner(database.Store, Models, Shelf, Indexer, database.Clock);
        Autopilots = Samples.Autopilots(database.Autopilots, database.Store, _runner, Models, database.Clock);
        Session = NewSession();
    }

    public TestDatabase Database { get; }

    public AutopilotRunner Autopilots { get; }

    public ScriptedChat Chat { get; } = new();

    /// <summary>Makes the tosses of the sessions.</summary>
    public Random Chance { get; } = new(1);

    public MemoryShelf Shelf { get; }

    public MemoryIndexer Indexer { get; }

    public ScriptedModels Models { get; }

    public WritingSession Session { get; }

    public Guid StoryId { get; private set; }

    public DeskView View => Session.View;

    /// <summary>The user message of the latest request.</summary>
    public string LastPrompt => Chat.Requests[^1][^1].Text;

    /// <summary>A desk with a story on it that has no opening yet.</summary>
    public static async Task<TestDesk> EmptyAsync()
    {
        var desk = new TestDesk(await TestDatabase.OpenAsync());
        desk.StoryId = (await desk.Database.AddStoryAsync()).Id;
        await desk.Session.OpenAsync(desk.StoryId);
        return desk;
    }

    /// <summary>A desk with an opening and one step on it.</summary>
    public static async Task<TestDesk> WithAStepAsync()
    {
        var desk = await EmptyAsync();
        var opening = await desk.Database.AddOpeningAsync(desk.StoryId);
        await desk.Database.AddStepAsync(opening[^1]);
        await desk.Session.OpenAsync(desk.StoryId);
        return desk;
    }

    /// <summary>What the latest run was asked for, as it is stored.</summary>
    public async Task<RunRequest> LastRequestAsync()
    {
        await using var db = Database.Read();
        return (await db.Runs.OrderByDescending(run => run.Number).FirstAsync()).ToRun().Request;
    }

    /// <summary>What is typed at any of its tabs.</summary>
    public TypedTexts Typed { get; } = new();

    /// <summary>Another tab.</summary>
    public WritingSession NewSession()
    {
        var session = new WritingSession(Database.Drafts, _runner, Autopilots, Models, new NextToss(Chance), Typed, Database.Clock, NullLogger<WritingSession>.Instance);
        _sessions.Add(session);
        return session;
    }

    public Task UntilAsync(Func<DeskView, bool> reached) => UntilAsync(Session, reached);

    public static async Task UntilAsync(WritingSession session, Func<DeskView, bool> reached)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = session.Subscribe(Look);
        Look();
        await seen.Task.WaitAsync(Patience);

        void Look()
        {
            if (reached(session.View))
            {
                seen.TrySetResult();
            }
        }
    }

    public Task UntilDoneAsync() => UntilAsync(view => view is { IsRunning: false, IsBusy: false, Outcome: not null });

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions)
        {
            await session.DisposeAsync();
        }

        await Autopilots.DisposeAsync();
        await _runner.DisposeAsync();
        await Indexer.DisposeAsync();
        await Database.DisposeAsync();
    }
}
