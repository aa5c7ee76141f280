using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Together;

/// <summary>The real services with the sample writer, and two tabs at one story.</summary>
internal sealed class TogetherWorld : IAsyncDisposable
{
    private const int Haste = 20;

    private readonly ServiceProvider _services;
    private readonly List<AsyncServiceScope> _scopes = [];

    private TogetherWorld(string folder, int seed)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = folder,
            ["Models:Provider"] = "Offline",
            ["Models:SampleWordsPerSecond"] = "0",
        }).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new HastyClock(Haste))
            .AddSingleton(new Random(seed))
            .AddWriting(configuration)
            .AddDesk()
            .BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public StoryRunner Runner => _services.GetRequiredService<Study>().Runner;

    public AutopilotRunner Autopilots => _services.GetRequiredService<Study>().Autopilots;

    public StoryLibrary Library => _services.GetRequiredService<StoryLibrary>();

    public DraftStore Drafts => _services.GetRequiredService<DraftStore>();

    public string Database => _services.GetRequiredService<DataFolder>().Database;

    public Guid StoryId { get; private set; }

    public IReadOnlyList<TogetherTab> Tabs { get; private set; } = [];

    /// <summary>How far the log of changes was looked at.</summary>
    public long Logged { get; set; }

    public static async Task<TogetherWorld> OpenAsync(string folder, int seed)
    {
        var world = new TogetherWorld(folder, seed);
        await world._services.GetRequiredService<StorageStartup>().OpenAsync();
        await ChangeLog.BeginAsync(world._services.GetRequiredService<WriteQueue>());
        return world;
    }

    /// <summary>Leaves the story that was worked on, and opens a new one in both tabs.</summary>
    public async Task BeginStoryAsync()
    {
        await CloseTabsAsync();
        var card = new StoryCard { Title = "Story", Genre = "Mystery", Premise = "A lamp lights by itself." };
        var story = await Library.CreateAsync(card, new StorySettings { ParagraphSentences = StorySettings.MinParagraphSentences });
        StoryId = story.Id;
        var run = await Runner.StartAsync(new RunRequest(story.Id, RunKind.Opening), CancellationToken.None) ?? throw new InvalidOperationException("A new story is being written already.");
        await run.Completion;
        Tabs = [await OpenTabAsync("A"), await OpenTabAsync("B")];
    }

    /// <summary>Each story stands on its tree, each run is over, and no run has stored more than one step.</summary>
    public async Task CheckTreesAsync(Action<string> broken)
    {
        await CloseTabsAsync();
        await using var db = await _services.GetRequiredService<IDbContextFactory<WritingDb>>().CreateDbContextAsync();
        await TellAsync(db.Runs.Where(run => run.State == RunState.Running).Select(run => run.Id), "a run is left running");
        await TellAsync(db.Stories.Where(story => story.HeadId == null || !db.Steps.Any(step => step.Id == story.HeadId && step.StoryId == story.Id)).Select(story => story.Id), "a story does not stand on its tree");
        await TellAsync(db.Steps.Where(step => step.ParentId != null && !db.Steps.Any(parent => parent.Id == step.ParentId && parent.StoryId == step.StoryId && parent.Number == step.Number - 1)).Select(step => step.Id), "a step hangs nowhere");
        await TellAsync(db.Steps.Where(step => step.PlanSource != PlanSource.Opening && db.Steps.Any(other => other.RunId == step.RunId && other.Id != step.Id)).Select(step => step.Id), "a run has stored two steps");
        await TellAsync(db.Steps.Where(step => !db.MemoryEntries.Any(entry => entry.StepId == step.Id)).Select(step => step.Id), "a step is stored half");

        async Task TellAsync(IQueryable<Guid> wrong, string what)
        {
            foreach (var id in await wrong.Take(3).ToListAsync())
            {
                broken($"{what}: {id}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseTabsAsync();
        await _services.DisposeAsync();
    }

    private async Task<TogetherTab> OpenTabAsync(string name)
    {
        var scope = _services.CreateAsyncScope();
        _scopes.Add(scope);
        var tab = new TogetherTab(name, scope.ServiceProvider.GetRequiredService<WritingSession>());
        await tab.Session.OpenAsync(StoryId);
        return tab;
    }

    private async Task CloseTabsAsync()
    {
        if (StoryId != Guid.Empty)
        {
            await Autopilots.StopAsync(StoryId);
        }

        foreach (var tab in Tabs)
        {
            tab.Dispose();
        }

        foreach (var scope in _scopes)
        {
            await scope.DisposeAsync();
        }

        _scopes.Clear();
        Tabs = [];
    }
}
