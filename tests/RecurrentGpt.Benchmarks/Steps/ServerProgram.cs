using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.EndToEnd;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Benchmarks.Steps;

/// <summary>The program without its pages, and a server on loopback that it writes with over real HTTP, in replies as long as they are asked for.</summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ServerProgram(FakeModelServer model, string dataFolder)
    {
        Model = model;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = dataFolder,
            ["Models:Provider"] = "Compatible",
            ["Models:BaseUrl"] = model.BaseUrl.ToString(),
            ["Models:ChatModel"] = "fake-writer",
            ["Models:EmbeddingModel"] = "fake-embedder",
            ["Models:EmbeddingDimensions"] = "1536",
        }).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddWriting(settings).BuildServiceProvider();
    }

    public FakeModelServer Model { get; }

    public IServiceProvider Services => _services;

    public Study Study => Services.GetRequiredService<Study>();

    public static async Task<ServerProgram> StartAsync(BenchmarkRun run)
    {
        var program = new ServerProgram(await FakeModelServer.StartAsync(), run.NewFolder());
        program.Model.Reply = FullReply.Write;
        await program.Services.GetRequiredService<StorageStartup>().OpenAsync();
        return program;
    }

    /// <summary>A new story with nothing in it.</summary>
    public async Task<Guid> AddStoryAsync()
    {
        var card = new StoryCard { Title = "The Glass Orchard", Genre = "Fantasy", Premise = "Mara keeps an orchard of glass trees, and one of them has begun to hum." };
        return (await Services.GetRequiredService<StoryLibrary>().CreateAsync(card, new StorySettings())).Id;
    }

    /// <summary>A story of so many steps, laid into the store; its last step.</summary>
    public async Task<Step> LayStoryAsync(int steps)
    {
        var models = await Services.GetRequiredService<IModelSource>().CurrentAsync(CancellationToken.None);
        return (await new LongStory(Services) { Models = models }.WriteAsync($"A Story of {steps}", steps, branches: 1))[0];
    }

    /// <summary>The opening; its last step.</summary>
    public Task<Step> WriteOpeningAsync(Guid storyId) => WriteAsync(new RunRequest(storyId, RunKind.Opening));

    /// <summary>One more step by the first plan that was offered.</summary>
    public Task<Step> GoOnAsync(Step from) => WriteAsync(new RunRequest(from.StoryId, RunKind.Step) { ParentId = from.Id, Plan = from.Plans[0].ToPlan() });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Model.DisposeAsync();
    }

    private async Task<Step> WriteAsync(RunRequest request)
    {
        var run = await Study.Runner.StartAsync(request, CancellationToken.None);
        var result = await run!.Completion;
        return result.State == RunState.Done ? result.Steps[^1] : throw new InvalidOperationException($"The step was not written: {result.Failure}");
    }
}
