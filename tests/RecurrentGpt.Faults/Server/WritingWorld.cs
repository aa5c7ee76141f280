using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Server;

/// <summary>All that writes and keeps stories, without a screen, over real storage and a model's server on loopback that does what a trial tells it.</summary>
internal sealed class WritingWorld : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private WritingWorld(ServiceProvider services, FakeModelServer server, Story story)
    {
        _services = services;
        Model = server;
        Story = story;
    }

    public FakeModelServer Model { get; private set; }

    public Story Story { get; }

    public StoryRunner Runner => Get<Study>().Runner;

    /// <summary>Opens a story in the folder, with its opening written, and waits as short as the options allow.</summary>
    public static async Task<WritingWorld> OpenAsync(string folder, params (string Key, string Value)[] options)
    {
        var server = await FakeModelServer.StartAsync();
        var services = Services(folder, server.BaseUrl, options);
        await services.GetRequiredService<StorageStartup>().OpenAsync();
        var card = new StoryCard { Premise = "Mara keeps the lamps of a harbour — 玛拉 😀.", Genre = "Mystery" };
        var story = await services.GetRequiredService<StoryLibrary>().CreateAsync(card, new StorySettings { NewCharacterChance = 0 });
        var world = new WritingWorld(services, server, story);
        await world.RunAsync(new RunRequest(story.Id, RunKind.Opening));

        return world;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Draft> ReadAsync() => await Get<DraftStore>().ReadAsync(Story.Id) ?? throw new InvalidOperationException("The story is gone.");

    /// <summary>The request for the next step, from where the story stands.</summary>
    public async Task<RunRequest> NextAsync(int plan = 0)
    {
        var head = (await ReadAsync()).Head ?? throw new InvalidOperationException("The story has no opening.");
        return new RunRequest(Story.Id, RunKind.Step) { ParentId = head.Id, Plan = head.Plans[plan % head.Plans.Count].ToPlan() };
    }

    public async Task<StoryRun> StartAsync(RunRequest request) =>
        await Runner.StartAsync(request, CancellationToken.None) ?? throw new InvalidOperationException("The story is being written already.");

    /// <summary>Runs to its end; throws when that is not a good one.</summary>
    public async Task<RunResult> RunAsync(RunRequest request)
    {
        var result = await (await StartAsync(request)).Completion;
        return result.State == RunState.Done ? result : throw new InvalidOperationException($"A run that should go well ended {result.State}: {result.Failure}");
    }

    /// <summary>Waits until nothing is left to be indexed, which goes on beside the runs.</summary>
    public async Task SettleAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await LacksVectorsAsync(limit.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
        }
    }

    private async Task<bool> LacksVectorsAsync(CancellationToken cancellationToken)
    {
        await using var db = await Get<IDbContextFactory<WritingDb>>().CreateDbContextAsync(cancellationToken);
        return await db.MemoryEntries.AnyAsync(entry => entry.Vector == null, cancellationToken);
    }

    /// <summary>How many chat requests a run made, as stored with it.</summary>
    public async Task<int> RequestsOfAsync(Guid runId)
    {
        await using var db = await Get<IDbContextFactory<WritingDb>>().CreateDbContextAsync();
        return await db.Exchanges.CountAsync(exchange => exchange.RunId == runId);
    }

    /// <summary>Nothing answers at the server's address from now on, until it is brought back.</summary>
    public Task TakeAwayAsync() => Model.RefuseConnectionsAsync();

    public async Task BringBackAsync()
    {
        var port = Model.Address.Port;
        await Model.DisposeAsync();
        Model = await FakeModelServer.StartAsync(port);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Model.DisposeAsync();
    }

    private static ServiceProvider Services(string folder, Uri model, (string Key, string Value)[] options)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:Path"] = folder,
            ["Models:Provider"] = "Compatible",
            ["Models:BaseUrl"] = model.ToString(),
            ["Models:ChatModel"] = "fake-writer",
            ["Models:EmbeddingModel"] = "fake-embedder",
            ["Recurrence:MaxBackoff"] = "00:00:00.1",
            ["Autopilot:RetryAfter"] = "00:00:00",
        };
        foreach (var (key, value) in options)
        {
            settings[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddWriting(configuration).BuildServiceProvider();
    }
}
