using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>The real storage on a real SQLite file in a folder of its own, with a clock that the test moves.</summary>
public sealed class TestDatabase : IAsyncDisposable, IDisposable
{
    private readonly ServiceProvider _services;
    private TempFolder? _owned;

    private TestDatabase(string path)
    {
        var settings = new Dictionary<string, string?> { ["Storage:Path"] = path };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IConfiguration>(configuration)
            .AddStorage(configuration)
            .AddModels(configuration)
            .BuildServiceProvider();
    }

    public FakeClock Clock { get; } = new();

    public IServiceProvider Services => _services;

    public DataFolder Folder => _services.GetRequiredService<DataFolder>();

    public StoryLibrary Library => _services.GetRequiredService<StoryLibrary>();

    public DraftStore Drafts => _services.GetRequiredService<DraftStore>();

    public IStoryStore Store => _services.GetRequiredService<IStoryStore>();

    public IAutopilotStore Autopilots => _services.GetRequiredService<IAutopilotStore>();

    public ISettingStore Settings => _services.GetRequiredService<ISettingStore>();

    public StorageStartup Startup => _services.GetRequiredService<StorageStartup>();

    /// <summary>Writes as the owner of the desk.</summary>
    public OwnWrites Writes => _services.GetRequiredService<OwnWrites>();

    /// <summary>Writes as the program itself.</summary>
    public WriteQueue Queue => _services.GetRequiredService<WriteQueue>();

    /// <summary>Opens storage in a folder of its own, which is gone with it.</summary>
    public static async Task<TestDatabase> OpenAsync()
    {
        var folder = new TempFolder();
        EmptyDatabase.CopyTo(folder.Path);
        var database = new TestDatabase(folder.Path) { _owned = folder };
        await database.StartAsync();

        return database;
    }

    /// <summary>Storage in a folder of the test, not opened yet.</summary>
    public static TestDatabase At(string path) => new(path);

    public Task StartAsync() => Startup.OpenAsync();

    /// <summary>A context for looking at rows.</summary>
    public WritingDb Read() => _services.GetRequiredService<IDbContextFactory<WritingDb>>().CreateDbContext();

    public Task<Story> AddStoryAsync(string title = "The Glass Orchard") =>
        Library.CreateAsync(new StoryCard { Title = title, Genre = "Mystery", Premise = "A lamp lights by itself." }, new StorySettings());

    /// <summary>Claims a run and stores what it wrote; returns the steps.</summary>
    public async Task<IReadOnlyList<Step>> CommitAsync(RunRequest request, StoryChange change)
    {
        var runId = Guid.CreateVersion7();
        _ = await Store.ClaimAsync(runId, request, CancellationToken.None) ?? throw new InvalidOperationException("The story is being written.");

        return (await Store.CommitAsync(runId, change, CancellationToken.None)).Steps;
    }

    /// <summary>An opening of three paragraphs; memory and plans belong to the third.</summary>
    public Task<IReadOnlyList<Step>> AddOpeningAsync(Guid storyId) =>
        CommitAsync(new RunRequest(storyId, RunKind.Opening), Written.Opening());

    /// <summary>One step after the parent.</summary>
    public async Task<Step> AddStepAsync(Step parent, string paragraph = "She went down to the shore.")
    {
        var plan = new Plan("Go down to the shore.", PlanSource.Picked);
        var steps = await CommitAsync(
            new RunRequest(parent.StoryId, RunKind.Step) { ParentId = parent.Id, Plan = plan }, Written.Change(Written.Step(paragraph) with { Plan = plan }));

        return steps.Single();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _owned?.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
