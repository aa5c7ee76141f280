using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>One request to the chat model, streamed under its limits. It ends by itself, with a whole reply or with a failure that has a name.</summary>
internal sealed class ChatCall(WritingModels models, RecurrenceOptions options, TimeProvider clock)
{
    private readonly StringBuilder _reply = new();
    private readonly long _started = clock.GetTimestamp();

    internal string Reply => _reply.ToString();

    internal string Model { get; private set; } = models.ChatModel;

    internal ReplyEnd End { get; private set; } = ReplyEnd.Unknown;

    internal TokenUsage? Usage { get; private set; }

    internal StepFailure? Failure { get; private set; }

    internal TimeSpan Elapsed => clock.GetElapsedTime(_started);

    /// <summary>Streams the reply's text. Ends early with <see cref="Failure"/> set; only a cancellation from outside is thrown.</summary>
    /// <param name="prompt">What to send.</param>
    /// <param name="remaining">What is left of the whole run's time.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    internal async IAsyncEnumerable<string> StreamAsync(Prompt prompt, TimeSpan remaining, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Shorter(options.FirstTokenLimit, remaining), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        await using var updates = models.Chat
            .GetStreamingResponseAsync(prompt.ToMessages(), models.ChatOptions.Clone(), either.Token)
            .GetAsyncEnumerator(either.Token);
        while (await NextAsync(updates, cancellationToken) is { } text)
        {
            limit.CancelAfter(Shorter(options.IdleLimit, remaining - Elapsed));
            if (text.Length > 0)
            {
                yield return text;
            }

            if (Failure is not null)
            {
                yield break;
            }
        }
    }

    /// <summary>The text of the next update, which may be empty; null at the end, for better or worse.</summary>
    private async Task<string?> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync() ? Take(updates.Current) : null;
        }
        catch (ModelException exception)
        {
            Failure = exception.Failure;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Failure = new StepFailure(FailureKind.TimedOut);
        }

        return null;
    }

    private string Take(ChatResponseUpdate update)
    {
        Model = update.ModelId ?? Model;
        End = update.FinishReason is { } reason ? ToEnd(reason) : End;
        foreach (var usage in update.Contents.OfType<UsageContent>())
        {
            Usage = new TokenUsage(usage.Details.InputTokenCount ?? 0, usage.Details.OutputTokenCount ?? 0, usage.Details.CachedInputTokenCount ?? 0);
        }

        var text = WhatFits(update.Text);
        _reply.Append(text);
        return text;
    }

    // What is within the length is the author's, however long the reply would have gone on.
    private string WhatFits(string text)
    {
        var room = options.MaxReplyCharacters - _reply.Length;
        if (text.Length <= room)
        {
            return text;
        }

        Failure = new StepFailure(FailureKind.TooLong, options.MaxReplyCharacters.ToString(CultureInfo.InvariantCulture));
        return text[..(room > 0 && char.IsHighSurrogate(text[room - 1]) ? room - 1 : room)];
    }

    private static ReplyEnd ToEnd(ChatFinishReason reason)
    {
        if (reason == ChatFinishReason.Stop)
        {
            return ReplyEnd.Stop;
        }

        if (reason == ChatFinishReason.Length)
        {
            return ReplyEnd.Length;
        }

        return reason == ChatFinishReason.ContentFilter ? ReplyEnd.ContentFilter : ReplyEnd.Unknown;
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right)
    {
        var shorter = left < right ? left : right;
        return shorter > TimeSpan.Zero ? shorter : TimeSpan.Zero;
    }
}
