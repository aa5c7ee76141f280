using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Tests.Doubles;

/// <summary>A chat model that says what a test told it to, and keeps what was sent to it.</summary>
public sealed class ScriptedChat : IChatClient
{
    private readonly Queue<Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>>> _answers = new();

    public List<IReadOnlyList<ChatMessage>> Requests { get; } = [];

    public ScriptedChat Reply(string text, ChatFinishReason? finish = null)
    {
        _answers.Enqueue(_ => Pieces(text, finish ?? ChatFinishReason.Stop));
        return this;
    }

    public ScriptedChat Fail(StepFailure failure, string before = "")
    {
        _answers.Enqueue(_ => Failing(before, failure));
        return this;
    }

    /// <summary>Writes what comes through the channel until it is completed, or the request is cancelled.</summary>
    public ChannelWriter<string> Open()
    {
        var channel = Channel.CreateUnbounded<string>();
        _answers.Enqueue(token => FromChannel(channel.Reader, token));
        return channel.Writer;
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Requests.Add([.. messages]);
        return _answers.Count > 0 ? _answers.Dequeue()(cancellationToken) : throw new InvalidOperationException("The script has no answer to this request.");
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Replies are always streamed.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Pieces(string text, ChatFinishReason finish)
    {
        foreach (var piece in text.Chunk(7))
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, new string(piece)) { ModelId = "scripted" };
        }

        await Task.CompletedTask;
        yield return new ChatResponseUpdate
        {
            FinishReason = finish,
            Contents = [new UsageContent(new UsageDetails { InputTokenCount = 100, OutputTokenCount = 20, CachedInputTokenCount = 60 })],
        };
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Failing(string before, StepFailure failure)
    {
        await Task.CompletedTask;
        if (before.Length > 0)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, before);
        }

        throw new ModelException(failure);
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> FromChannel(ChannelReader<string> reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var text in reader.ReadAllAsync(cancellationToken))
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, text);
        }

        yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop };
    }
}
