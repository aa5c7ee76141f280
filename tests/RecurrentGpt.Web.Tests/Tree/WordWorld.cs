using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>The whole program but its pages, over real storage, with a model whose every reply has a word of its own.</summary>
internal sealed class WordWorld : IModelSource, IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services;

    private WordWorld(Func<IStoryStore, IStoryStore>? wrong)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = _folder.Path }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FakeClock());
        services.AddSingleton<IConfiguration>(settings).AddStorage(settings).AddRecurrence().AddDesk();
        services.AddSingleton<IModelSource>(this);
        if (wrong is not null)
        {
            var right = services.Single(service => service.ServiceType == typeof(IStoryStore));
            services.AddScoped(provider => wrong((IStoryStore)ActivatorUtilities.CreateInstance(provider, right.ImplementationType!)));
        }

        _services = services.BuildServiceProvider();
    }

    public WordChat Chat { get; } = new();

    public ScriptedEmbedder Embedder { get; } = new();

    public DraftStore Drafts => Get<DraftStore>();

    public EntryStore Entries => Get<EntryStore>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <param name="wrong">Puts a store that goes wrong in the place of the right one.</param>
    public static async Task<WordWorld> OpenAsync(Func<IStoryStore, IStoryStore>? wrong = null)
    {
        var world = new WordWorld(wrong);
        EmptyDatabase.CopyTo(world._folder.Path);
        await world.Get<StorageStartup>().OpenAsync();
        return world;
    }

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new WritingModels
    {
        Chat = Chat,
        ChatModel = "words",
        Embedder = Embedder,
        EmbeddingModel = "letters",
    });

    public async Task<Guid> NewStoryAsync()
    {
        var card = new StoryCard { Title = "The Glass Orchard", Premise = "Mara keeps an orchard of glass trees.", Genre = "Fantasy" };
        return (await Get<StoryLibrary>().CreateAsync(card, new StorySettings { RecallCount = 4 })).Id;
    }

    /// <summary>Runs to the end; it must go well.</summary>
    public async Task<IReadOnlyList<Step>> RunAsync(RunRequest request)
    {
        var run = await Get<Study>().Runner.StartAsync(request, CancellationToken.None);
        var result = await run!.Completion;
        Assert.Equal((RunState.Done, null), (result.State, result.Failure));
        return result.Steps;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Chat.Dispose();
        Embedder.Dispose();
        _folder.Dispose();
    }
}
