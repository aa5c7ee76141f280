using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RecurrentGpt.FakeModel;

/// <summary>
/// A server on loopback that speaks OpenAI's protocol under any path that ends in models, chat/completions or embeddings. It keeps every
/// request byte for byte. Unscripted, it answers well; <see cref="Enqueue(FakeReply)"/> says how the next chat request is answered instead.
/// </summary>
public sealed class FakeModelServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentQueue<RecordedChatRequest> _chatRequests = new();
    private readonly ConcurrentQueue<FakeReply> _replies = new();
    private readonly ConcurrentQueue<FakeEmbeddings> _embeddings = new();
    private readonly WebApplication _app;
    private int _chatCount;

    private FakeModelServer(WebApplication app)
    {
        _app = app;
        Embed = (text, dimensions) => HashedWords.Embed(text, dimensions ?? 64);
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What a client is given as its base URL.</summary>
    public Uri BaseUrl => new(Address, "/v1");

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public IReadOnlyList<RecordedChatRequest> ChatRequests => [.. _chatRequests];

    public IReadOnlyList<RecordedEmbeddingRequest> EmbeddingRequests => [.. _requests.Where(IsEmbedding).Select(RecordedEmbeddingRequest.Read)];

    /// <summary>Writes the text of a reply; by itself, well-formed sections for the labels that a prompt asks for.</summary>
    public Func<RecordedChatRequest, string> Reply { get; set; } = FormReply.Write;

    /// <summary>Embeds a text in a number of dimensions; null when the client names none.</summary>
    public Func<string, int?, float[]> Embed { get; set; }

    /// <summary>The models that the server lists.</summary>
    public IReadOnlyList<string> Models { get; set; } = ["fake-writer", "fake-writer-large", "fake-embedder"];

    /// <summary>How the list of models is answered; null for the list.</summary>
    public FakeReply? Listing { get; set; }

    /// <summary>Wait before each piece of a reply that names none.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Starts on the port, or on a free one for 0.</summary>
    public static async Task<FakeModelServer> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var server = new FakeModelServer(builder.Build());
        server._app.MapFallback(server.AnswerAsync);
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Urls.Single());

        return server;
    }

    /// <summary>How a chat request is answered that nothing was scripted for; by itself, well.</summary>
    public Func<RecordedChatRequest, FakeReply> Answer { get; set; } = _ => new FakeReply();

    /// <summary>How an embedding request is answered that nothing was scripted for; by itself, well.</summary>
    public Func<RecordedEmbeddingRequest, FakeEmbeddings> AnswerEmbeddings { get; set; } = _ => new FakeEmbeddings();

    /// <summary>Lets go of all that was recorded; numbers go on.</summary>
    public void Forget()
    {
        _requests.Clear();
        _chatRequests.Clear();
    }

    /// <summary>Lets go of all that was scripted and has not been asked for.</summary>
    public void Unscript()
    {
        _replies.Clear();
        _embeddings.Clear();
    }

    /// <summary>Says how the next chat request is answered.</summary>
    public void Enqueue(FakeReply reply) => _replies.Enqueue(reply);

    /// <summary>Says how the next embedding request is answered.</summary>
    public void Enqueue(FakeEmbeddings reply) => _embeddings.Enqueue(reply);

    /// <summary>From now on connections are refused. What was recorded stays.</summary>
    public async Task RefuseConnectionsAsync()
    {
        // Without a limit the server would wait for replies that are held.
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(limit.Token);
    }

    /// <summary>Serves until the process is told to stop.</summary>
    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await RefuseConnectionsAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await RecordAsync(context);
        try
        {
            await (request.Path switch
            {
                var path when path.EndsWith("/chat/completions", StringComparison.Ordinal) => ChatAsync(request, context),
                _ when IsEmbedding(request) => EmbedAsync(request, context),
                var path when path.EndsWith("/models", StringComparison.Ordinal) => ListAsync(context),
                _ => NotFoundAsync(context),
            });
            request.MarkAnswered();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            request.MarkClientLeft();
        }
    }

    private async Task<RecordedRequest> RecordAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var request = new RecordedRequest(context.Request.Method, context.Request.Path, headers, body.ToArray(), TimeProvider.System.GetUtcNow());
        _requests.Enqueue(request);

        return request;
    }

    private Task ChatAsync(RecordedRequest request, HttpContext context)
    {
        var chat = RecordedChatRequest.Read(Interlocked.Increment(ref _chatCount), request);
        _chatRequests.Enqueue(chat);
        var reply = _replies.TryDequeue(out var scripted) ? scripted : Answer(chat);

        return new ChatAnswer(reply with { Delay = reply.Delay ?? Delay }, reply.Text ?? Reply(chat), chat.Model, context).WriteAsync(chat.IsStream);
    }

    private Task EmbedAsync(RecordedRequest request, HttpContext context)
    {
        var asked = RecordedEmbeddingRequest.Read(request);
        var reply = _embeddings.TryDequeue(out var scripted) ? scripted : AnswerEmbeddings(asked);

        return new EmbeddingAnswer(reply, asked, [.. asked.Inputs.Select(text => Embed(text, asked.Dimensions))], context).WriteAsync();
    }

    private Task ListAsync(HttpContext context)
    {
        var list = JsonSerializer.Serialize(new { @object = "list", data = Models.Select(id => new { id, @object = "model", owned_by = "nobody" }) });
        return new ChatAnswer(Listing ?? FakeReply.Raw(list, "application/json"), "", "", context).WriteAsync(isStream: true);
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool IsEmbedding(RecordedRequest request) => request.Path.EndsWith("/embeddings", StringComparison.Ordinal);
}
