using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Benchmarks.Smaller;

/// <summary>The program without its pages, on a data folder of its own, with a model that takes no time: what is left is ours.</summary>
internal sealed class InstantProgram : IModelSource, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recurrentgpt-bench-");
    private readonly ServiceProvider _services;
    private readonly LocalEmbedder _embedder = new();
    private readonly InstantChat _chat = new();

    public InstantProgram()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = _folder.FullName }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddStorage(settings).AddRecurrence();
        _services = services.AddSingleton<IModelSource>(this).BuildServiceProvider();
        _services.GetRequiredService<StorageStartup>().OpenAsync().GetAwaiter().GetResult();
    }

    public IServiceProvider Services => _services;

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new WritingModels
    {
        Chat = _chat,
        ChatModel = "instant",
        Embedder = _embedder,
        EmbeddingModel = LocalEmbedder.Name,
    });

    public void Dispose()
    {
        _services.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _chat.Dispose();
        _embedder.Dispose();
        _folder.Delete(recursive: true);
    }

    private sealed class InstantChat : IChatClient
    {
        private static readonly string Reply = $"""
            Output Paragraph:
            {string.Join(' ', Enumerable.Repeat("Mara counted the lamps along the wall and came to one more than there were hooks.", 15))}

            Paragraph Summary:
            Mara counts one lamp too many.

            Rationale:
            Added: the lamp that hangs on no hook.

            Updated Memory:
            {string.Join(' ', Enumerable.Repeat("A lamp hangs on no hook, and only Mara has seen it.", 12))}

            Instruction 1:
            She takes the lamp down and finds it warm.

            Instruction 2:
            Tobin denies that he ever owned a ladder.

            Instruction 3:
            The tide turns early and carries the quay's boats away.
            """;

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (var piece in Reply.Chunk(24))
            {
                yield return new ChatResponseUpdate(ChatRole.Assistant, new string(piece)) { ModelId = "instant" };
            }

            yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop };
        }

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("Replies are always streamed.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
