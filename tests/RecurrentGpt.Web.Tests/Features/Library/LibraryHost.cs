using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Library;

/// <summary>The real shelf on real storage, with a model that waits until it is stopped, or refuses to start.</summary>
public sealed class LibraryHost : IModelSource, IAsyncDisposable
{
    private readonly LocalEmbedder _embedder = new();
    private readonly SilentChat _chat = new();
    private readonly MemoryIndexer _indexer;

    private LibraryHost(TestDatabase database)
    {
        var shelf = new MemoryShelf();
        Database = database;
        _indexer = Samples.Indexer(database.Store, this, shelf, database.Clock);
        Runner = Samples.Runner(database.Store, this, shelf, _indexer, database.Clock);
        Autopilots = Samples.Autopilots(database.Autopilots, database.Store, Runner, this, database.Clock);
    }

    public TestDatabase Database { get; }

    public StoryRunner Runner { get; }

    public AutopilotRunner Autopilots { get; }

    /// <summary>Set to make every start fail.</summary>
    public StepFailure? Refusal { get; set; }

    public static async Task<LibraryHost> OpenAsync() => new(await TestDatabase.OpenAsync());

    public ShelvedAutopilots NewAutopilots() => new(Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>(), Autopilots);

    public Shelf NewShelf() => new(Database.Library, Runner, NewAutopilots());

    public async Task<Shelf> LoadShelfAsync()
    {
        var shelf = NewShelf();
        await shelf.LoadAsync(CancellationToken.None);
        return shelf;
    }

    public async Task<StoryRun> StartOpeningAsync(Guid storyId) =>
        await Runner.StartAsync(new RunRequest(storyId, RunKind.Opening), CancellationToken.None)
        ?? throw new InvalidOperationException("The story is being written already.");

    public void AddTo(IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<FailureText>();
        services.AddSingleton<TimeProvider>(Database.Clock).AddSingleton(Database.Library).AddSingleton(Database.Store).AddSingleton(Runner).AddSingleton(Autopilots);
        services.AddSingleton(Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        services.AddLibrary();
    }

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) => Refusal is { } failure
        ? throw new ModelException(failure)
        : ValueTask.FromResult(new WritingModels { Chat = _chat, ChatModel = "silent", Embedder = _embedder, EmbeddingModel = LocalEmbedder.Name });

    public async ValueTask DisposeAsync()
    {
        await Autopilots.DisposeAsync();
        await Runner.DisposeAsync();
        await _indexer.DisposeAsync();
        await Database.DisposeAsync();
        _embedder.Dispose();
        _chat.Dispose();
    }

    private sealed class SilentChat : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            yield break;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
