using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>
/// Reads a streamed reply from the wire. It ends well only with a finish reason; each of the quiet endings (end of file, "done" without a
/// reason, an error among the pieces, a web page, nothing at all) is a failure.
/// </summary>
internal sealed class ReplyStream(Stream body, SafeDetail safe, TimeProvider clock)
{
    private const string Done = "[DONE]";

    // Tokens are told after the finish reason. A server that neither tells them nor closes is not waited for any longer than this.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly ErrorBody Untold = new("", "");

    private readonly HalfCharacters _halves = new();
    private string _refusal = "";
    private bool _isFinished;
    private bool _hasBegun;
    private bool _hasText;

    public async IAsyncEnumerable<ChatResponseUpdate> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var grace = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, grace.Token);
        await using var events = SseParser.Create(body).EnumerateAsync(either.Token).GetAsyncEnumerator(either.Token);
        while (await NextAsync(events, cancellationToken) is { } chunk)
        {
            _refusal += chunk.Refusal;
            if (!_isFinished && !string.IsNullOrWhiteSpace(chunk.FinishReason))
            {
                _isFinished = true;
                grace.CancelAfter(Grace);
            }

            _hasText |= chunk.Text.Length > 0;
            yield return ReplyUpdate.Of(chunk with { Text = _halves.Join(chunk.Text) });
        }

        CheckEnd();
    }

    private async Task<ChatChunk?> NextAsync(IAsyncEnumerator<SseItem<string>> events, CancellationToken cancellationToken)
    {
        try
        {
            var hasEvent = await events.MoveNextAsync();
            _hasBegun |= hasEvent;
            return hasEvent && events.Current.Data != Done ? Read(events.Current) : null;
        }
        catch (ModelException) when (_isFinished)
        {
            // The reply is whole; what went wrong behind it is the count of its tokens.
            return null;
        }
        catch (OperationCanceledException) when (_isFinished && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception) when (TransportFailure.IsBroken(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return _isFinished ? null : throw new ModelException(new StepFailure(FailureKind.CutOff, Reasons.Of("ConnectionClosed")), exception);
        }
    }

    private ChatChunk Read(SseItem<string> item)
    {
        try
        {
            var chunk = ChatChunk.Read(item.Data);
            var error = chunk.Error ?? (item.EventType == "error" ? ErrorBody.Read(item.Data) : chunk.FinishReason == "error" ? Untold : null);
            return error is null ? chunk : throw new ModelException(AnswerFailure.OfEvent(error, safe));
        }
        catch (JsonException exception)
        {
            // Who has sent half a paragraph speaks the protocol.
            throw new ModelException(new StepFailure(_hasText ? FailureKind.CutOff : FailureKind.NotAModel, safe.Of(Reasons.Of("PieceNoJson", item.Data))), exception);
        }
    }

    private void CheckEnd()
    {
        if (!_hasBegun)
        {
            throw new ModelException(new StepFailure(FailureKind.NotAModel, Reasons.Of("NoPieces")));
        }

        if (!_isFinished)
        {
            throw new ModelException(new StepFailure(FailureKind.CutOff, Reasons.Of("NoFinishReason")));
        }

        if (_refusal.Length > 0)
        {
            throw new ModelException(new StepFailure(FailureKind.Refused, safe.Of(_refusal)));
        }
    }
}
