using Microsoft.Extensions.AI;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>Tries settings before they are saved: list of models, streamed reply, embedding. Each has a limit, and none is tried twice.</summary>
public sealed class ConnectionTest(ModelFactory factory, TimeProvider clock)
{
    private static readonly TimeSpan ShortLimit = TimeSpan.FromSeconds(10);

    // A local server may have to load the model first.
    private static readonly TimeSpan ChatLimit = TimeSpan.FromSeconds(30);

    private static readonly ChatMessage Question = new(ChatRole.User, "Answer with the one word: ready");

    public async Task<ConnectionReport> RunAsync(ModelSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        IReadOnlyList<string> models = [];
        int? dimensions = null;
        var list = await TryAsync(ConnectionPart.ModelList, settings.Provider != ModelProvider.Offline, ShortLimit, async token =>
            models = await ModelListing.ReadAsync(factory.Connect(settings), token), cancellationToken);
        var isHopeless = list.Failure?.Kind is FailureKind.Unreachable or FailureKind.Unauthorized;
        var chat = await TryAsync(ConnectionPart.Chat, !isHopeless, ChatLimit, token =>
            AnswerAsync(factory.Build(settings), token), cancellationToken);
        var embedding = await TryAsync(ConnectionPart.Embedding, !isHopeless, ShortLimit, async token =>
            dimensions = await EmbedAsync(factory.Build(settings), token), cancellationToken);

        return new ConnectionReport([list, chat, embedding], models, dimensions);
    }

    private async Task<ConnectionResult> TryAsync(
        ConnectionPart part, bool isTried, TimeSpan longest, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        if (!isTried)
        {
            return new ConnectionResult(part, ConnectionOutcome.NotTried);
        }

        using var limit = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await run(either.Token);
            return new ConnectionResult(part, ConnectionOutcome.Worked);
        }
        catch (ModelException exception)
        {
            return new ConnectionResult(part, ConnectionOutcome.Failed, exception.Failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ConnectionResult(part, ConnectionOutcome.Failed, new StepFailure(FailureKind.TimedOut));
        }
    }

    // The first piece of the reply that holds a word proves enough; the rest is not paid for.
    private static async Task AnswerAsync(WritingModels models, CancellationToken cancellationToken)
    {
        await foreach (var update in models.Chat.GetStreamingResponseAsync([Question], models.ChatOptions, cancellationToken))
        {
            if (update.Contents.Any(content => content is TextContent or TextReasoningContent))
            {
                return;
            }
        }

        throw new ModelException(new StepFailure(FailureKind.EmptyReply));
    }

    private static async Task<int> EmbedAsync(WritingModels models, CancellationToken cancellationToken)
    {
        var embeddings = await models.Embedder.GenerateAsync(["ready"], cancellationToken: cancellationToken);
        return embeddings[0].Vector.Length;
    }
}
