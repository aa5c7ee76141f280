using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Autopilot;

/// <summary>The real runners over a story in memory, a scripted model, and a clock that the test moves.</summary>
internal sealed class TestFlight : IAsyncDisposable
{
    // Only to end a test that would hang; nothing waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly MemoryShelf _shelf = new();
    private readonly MemoryIndexer _indexer;

    public TestFlight()
    {
        World = new StoryWorld(Chat);
        _indexer = Samples.Indexer(World, World, _shelf, Clock);
        Runner = Samples.Runner(World, World, _shelf, _indexer, Clock);
        Autopilots = Samples.Autopilots(World, World, Runner, World, Clock, _shelf);
    }

    public ScriptedChat Chat { get; } = new();

    public FakeClock Clock { get; } = new();

    public StoryWorld World { get; }

    public StoryRunner Runner { get; }

    public AutopilotRunner Autopilots { get; private set; }

    public AutopilotProgress Now => Autopilots.Find(World.Story.Id)!;

    public Guid StoryId => World.Story.Id;

    /// <summary>The scripted model writes the same paragraph again and again, so repetition is not watched.</summary>
    public static AutopilotOrder Order(int steps, AuthorKind author = AuthorKind.First) => new() { Steps = steps, Author = author, StopsAtRepetition = false };

    /// <summary>As many steps as these are answered well.</summary>
    public TestFlight Replies(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Chat.Reply(Samples.StepReply);
        }

        return this;
    }

    public Task<AutopilotProgress> StartAsync(AutopilotOrder order) => Autopilots.StartAsync(StoryId, order, CancellationToken.None);

    /// <summary>From its start to its halt.</summary>
    public async Task<AutopilotProgress> RunAsync(AutopilotOrder order)
    {
        await StartAsync(order);
        return await EndAsync();
    }

    /// <summary>From being resumed to its next halt.</summary>
    public async Task<AutopilotProgress> ResumeAsync(AutopilotOrder? changed = null)
    {
        await Autopilots.ResumeAsync(StoryId, changed, CancellationToken.None);
        return await EndAsync();
    }

    public async Task<AutopilotProgress> EndAsync()
    {
        await Autopilots.WaitAsync(StoryId, CancellationToken.None).WaitAsync(Patience);
        return Now;
    }

    public async Task UntilAsync(Func<AutopilotProgress, bool> reached)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = Autopilots.Subscribe(_ => Look());
        Look();
        await seen.Task.WaitAsync(Patience);

        void Look()
        {
            if (Autopilots.Find(StoryId) is { } progress && reached(progress))
            {
                seen.TrySetResult();
            }
        }
    }

    /// <summary>The run that is being written.</summary>
    public async Task<StoryRun> WritingAsync()
    {
        var started = new TaskCompletionSource<StoryRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = Runner.Subscribe(run => started.TrySetResult(run));
        return Runner.Find(StoryId) ?? await started.Task.WaitAsync(Patience);
    }

    /// <summary>The program ends, and starts again with what is stored.</summary>
    public async Task RestartAsync()
    {
        await Autopilots.DisposeAsync();
        Autopilots = Samples.Autopilots(World, World, Runner, World, Clock, _shelf);
    }

    public async ValueTask DisposeAsync()
    {
        await Autopilots.DisposeAsync();
        await Runner.DisposeAsync();
        await _indexer.DisposeAsync();
    }
}
