using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Disk;

/// <summary>The real services on the small disk, with one story on the desk that has its opening.</summary>
internal sealed class DiskWorld : IAsyncDisposable
{
    private const int Haste = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TightDisk _disk;
    private readonly FakeModelServer _server;
    private ServiceProvider? _services;
    private AsyncServiceScope? _tab;

    private DiskWorld(TightDisk disk, FakeModelServer server) => (_disk, _server) = (disk, server);

    public IServiceProvider Services => _services ?? throw new InvalidOperationException("The program is closed.");

    public WritingSession Session => (_tab ?? throw new InvalidOperationException("No tab is open.")).ServiceProvider.GetRequiredService<WritingSession>();

    public DeskView View => Session.View;

    public Guid StoryId { get; private set; }

    /// <summary>The paragraphs that were told to be stored, in order.</summary>
    public List<string> Acknowledged { get; } = [];

    public static async Task<DiskWorld> OpenAsync(TightDisk disk, FakeModelServer server)
    {
        var world = new DiskWorld(disk, server);
        await world.StartAsync();
        var card = new StoryCard { Title = "The Glass Orchard", Genre = "Mystery", Premise = "A lamp lights by itself." };
        world.StoryId = (await world.Services.GetRequiredService<StoryLibrary>().CreateAsync(card, new StorySettings { RereadsEdits = false })).Id;
        await world.Session.OpenAsync(world.StoryId);
        await world.Session.WriteOpeningAsync();
        await world.UntilAsync(view => view is { IsRunning: false, IsBusy: false, Draft.Head: not null });
        world.Acknowledge();
        return world;
    }

    /// <exception cref="StorageException">Storage cannot be opened.</exception>
    public async Task StartAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = _disk.Data,
            ["Models:BaseUrl"] = _server.BaseUrl.ToString(),
            ["Models:ApiKey"] = "none",
            ["Models:ChatModel"] = "fake-writer",
            ["Models:LocalEmbeddings"] = "true",
        }).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new HastyClock(Haste))
            .AddWriting(configuration)
            .AddDesk()
            .AddSingleton<StoryLibrary>()
            .BuildServiceProvider();
        await Services.GetRequiredService<StorageStartup>().OpenAsync();
        _tab = Services.CreateAsyncScope();
        if (StoryId != Guid.Empty)
        {
            await Session.OpenAsync(StoryId);
        }
    }

    /// <summary>Starts in an empty folder and closes again.</summary>
    public async Task StartFreshAsync()
    {
        var story = StoryId;
        StoryId = Guid.Empty;
        await StartAsync();
        await CloseAsync();
        StoryId = story;
    }

    public async Task CloseAsync()
    {
        if (_services is { } services)
        {
            _services = null;
            await (_tab?.DisposeAsync() ?? ValueTask.CompletedTask);
            _tab = null;
            await services.DisposeAsync();
        }
    }

    /// <summary>What the desk says is stored, is acknowledged.</summary>
    public void Acknowledge()
    {
        Acknowledged.Clear();
        Acknowledged.AddRange(View.Draft!.Paragraphs.Select(paragraph => paragraph.Text));
    }

    public async Task UntilAsync(Func<DeskView, bool> reached)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = Session.Subscribe(Look);
        Look();
        try
        {
            await seen.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"the desk stays at {View.State}, live {View.Live?.Phase}, outcome {View.Outcome?.Kind} {View.Outcome?.Failure?.Kind}, autopilot {View.Autopilot?.Record.State}", late);
        }

        void Look()
        {
            if (reached(Session.View))
            {
                seen.TrySetResult();
            }
        }
    }

    /// <summary>The file is sound, holds what was acknowledged, and no run is left running.</summary>
    public async Task CheckAsync()
    {
        var story = await Services.GetRequiredService<DraftStore>().ReadAsync(StoryId) ?? throw new InvalidOperationException("the story is gone");
        if (!story.Paragraphs.Select(paragraph => paragraph.Text).SequenceEqual(Acknowledged))
        {
            throw new InvalidOperationException($"{story.Paragraphs.Count} paragraphs are stored, {Acknowledged.Count} were acknowledged, or their texts differ");
        }

        await using var db = await Services.GetRequiredService<IDbContextFactory<WritingDb>>().CreateDbContextAsync();
        if (await db.Runs.AnyAsync(run => run.State == RunState.Running) || await db.Autopilots.AnyAsync(run => run.State == Autopilot.AutopilotState.Running))
        {
            throw new InvalidOperationException("a run is left running");
        }

        if (await db.Steps.GroupBy(step => step.RunId).AnyAsync(steps => steps.Count() > 1 && steps.Any(step => step.PlanSource != PlanSource.Opening)))
        {
            throw new InvalidOperationException("a run has stored two steps");
        }

        await CloseAsync();
        CheckIntegrity();
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private void CheckIntegrity()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_disk.Data, "writing.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        if (command.ExecuteScalar() is not "ok")
        {
            throw new InvalidOperationException("the integrity check fails");
        }
    }
}
