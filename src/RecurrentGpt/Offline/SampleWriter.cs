using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using RecurrentGpt.Prompts;

namespace RecurrentGpt.Offline;

/// <summary>
/// A chat client that needs no model and no network: it reads our own prompts and answers each with the labels that were asked for, in English or
/// Chinese, so that the whole loop runs with nothing configured. Its prose is built from banks of sentences around the words of the plan; it is a sample.
/// The same seed and messages give the same reply, but for one thing: asked the same twice in a row, as by "Write again", it writes something else.
/// Safe for use by many threads.
/// </summary>
public sealed class SampleWriter : IChatClient
{
    /// <summary>The model's name.</summary>
    public const string Name = "sample-writer";

    private static readonly ChatClientMetadata Metadata = new("offline", defaultModelId: Name);

    private readonly SampleWriterOptions _options;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private ulong _lastAsked;
    private int _timesAsked;

    /// <summary>Makes a writer.</summary>
    /// <param name="options">Seed and pace.</param>
    /// <param name="clock">Paces streamed replies.</param>
    public SampleWriter(SampleWriterOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfNegative(options.WordsPerSecond, nameof(options));
        _options = options;
        _clock = clock;
    }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        cancellationToken.ThrowIfCancellationRequested();
        var sent = messages.ToList();
        var reply = Write(sent, options);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, reply))
        {
            ModelId = Name,
            CreatedAt = _clock.GetUtcNow(),
            FinishReason = ChatFinishReason.Stop,
            Usage = Usage(sent, reply),
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        cancellationToken.ThrowIfCancellationRequested();
        var sent = messages.ToList();
        var reply = Write(sent, options);
        foreach (var piece in Pieces.Of(reply))
        {
            await PauseAsync(cancellationToken);
            yield return Update(new TextContent(piece));
        }

        var last = Update(new UsageContent(Usage(sent, reply)));
        last.FinishReason = ChatFinishReason.Stop;
        yield return last;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(ChatClientMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private string Write(List<ChatMessage> messages, ChatOptions? options) =>
        ReplyWriter.Write(SampleRequest.Read(messages), unchecked((ulong)((options?.Seed ?? _options.Seed) + CountAskedBefore(messages))));

    private int CountAskedBefore(List<ChatMessage> messages)
    {
        var asked = StableHash.Of(0, [.. messages.Select(message => message.Text)]);
        lock (_gate)
        {
            _timesAsked = asked == _lastAsked ? _timesAsked + 1 : 0;
            _lastAsked = asked;
            return _timesAsked;
        }
    }

    private async ValueTask PauseAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_options.WordsPerSecond > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 / _options.WordsPerSecond), _clock, cancellationToken);
        }
    }

    private static ChatResponseUpdate Update(AIContent content) => new(ChatRole.Assistant, [content]) { ModelId = Name };

    private static UsageDetails Usage(List<ChatMessage> messages, string reply)
    {
        var input = messages.Sum(message => TokenEstimate.Of(message.Text));
        var output = TokenEstimate.Of(reply);
        return new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output };
    }
}
