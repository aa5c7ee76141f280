using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>
/// A chat model on a server that speaks OpenAI's protocol. It sends each request once, and leaves limits of time to its caller's
/// cancellation, which closes the connection. What goes wrong comes as <see cref="ModelException"/>.
/// </summary>
public sealed class OpenAiChatClient(ModelConnection connection, string model) : IChatClient
{
    private const int LongestReply = 64 * 1_024 * 1_024;

    private readonly OpenAI.Chat.ChatClient _client = connection.Chat();
    private readonly ChatClientMetadata _metadata = new("openai", connection.Endpoint, model);

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var request = ChatRequestBody.Write(model, messages, options, connection.TokenLimitName);
        using var answer = await connection.Caller.SendAsync(sent => _client.CompleteChatAsync(request, sent), cancellationToken);
        await foreach (var update in ReadAsync(answer, cancellationToken))
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(ChatClientMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose()
    {
        // The transport is shared and belongs to the host.
    }

    private IAsyncEnumerable<ChatResponseUpdate> ReadAsync(PipelineResponse answer, CancellationToken cancellationToken)
    {
        var type = answer.Headers.TryGetValue("Content-Type", out var value) ? value ?? "" : "";
        if (answer.ContentStream is null || type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
        {
            throw new ModelException(new StepFailure(FailureKind.NotAModel, Reasons.Of("WebPage")));
        }

        return type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            ? ReadWholeAsync(answer, cancellationToken)
            : Stream(new BoundedStream(answer.ContentStream, LongestReply)).ReadAsync(cancellationToken);
    }

    private ReplyStream Stream(BoundedStream body) => new(body, connection.Caller.Safe, connection.Caller.Clock);

    // Some servers do not stream, whatever they are asked.
    private async IAsyncEnumerable<ChatResponseUpdate> ReadWholeAsync(
        PipelineResponse answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = ReadWhole(await AnswerBody.TextAsync(answer, LongestReply, cancellationToken));
        if (chunk.Error is { } error)
        {
            throw new ModelException(AnswerFailure.OfEvent(error, connection.Caller.Safe));
        }

        if (string.IsNullOrWhiteSpace(chunk.FinishReason))
        {
            throw new ModelException(new StepFailure(FailureKind.NotAModel, Reasons.Of("JsonNoReply")));
        }

        if (chunk.Refusal.Length > 0)
        {
            throw new ModelException(new StepFailure(FailureKind.Refused, connection.Caller.Safe.Of(chunk.Refusal)));
        }

        yield return ReplyUpdate.Of(chunk with { Text = new HalfCharacters().Join(chunk.Text) });
    }

    private ChatChunk ReadWhole(string text)
    {
        try
        {
            return ChatChunk.Read(text);
        }
        catch (JsonException exception)
        {
            throw new ModelException(new StepFailure(FailureKind.NotAModel, connection.Caller.Safe.Of(Reasons.Of("NoJson", text))), exception);
        }
    }
}
