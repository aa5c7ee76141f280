using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Entities;

/// <summary>A request of a run and its raw reply.</summary>
public sealed class ExchangeRow
{
    public required Guid RunId { get; init; }

    public required int Ordinal { get; init; }

    public required ExchangePurpose Purpose { get; init; }

    public required string Model { get; init; }

    public long? InputTokens { get; init; }

    public long? OutputTokens { get; init; }

    public long? CachedTokens { get; init; }

    public TimeSpan Elapsed { get; init; }

    public FailureKind? FailureKind { get; init; }

    public string? FailureDetail { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public required string System { get; init; }

    public required string User { get; init; }

    public required string Reply { get; init; }

    public required IReadOnlyList<SentPart> Parts { get; init; }

    public static ExchangeRow Of(Guid runId, int ordinal, Exchange exchange) => new()
    {
        RunId = runId,
        Ordinal = ordinal,
        Purpose = exchange.Purpose,
        Model = exchange.Model,
        InputTokens = exchange.Usage?.Input,
        OutputTokens = exchange.Usage?.Output,
        CachedTokens = exchange.Usage?.Cached,
        Elapsed = exchange.Elapsed,
        FailureKind = exchange.Failure?.Kind,
        FailureDetail = exchange.Failure?.Detail,
        RetryAfter = exchange.Failure?.RetryAfter,
        System = exchange.System,
        User = exchange.User,
        Reply = exchange.Reply,
        Parts = exchange.Parts,
    };

    public Exchange ToExchange()
    {
        var usage = InputTokens is { } input ? new TokenUsage(input, OutputTokens ?? 0, CachedTokens ?? 0) : null;

        return new Exchange(Purpose, System, User, Reply, Model, usage, Elapsed)
        {
            Parts = Parts,
            Failure = FailureKind is { } kind ? new StepFailure(kind, FailureDetail ?? "") { RetryAfter = RetryAfter } : null,
        };
    }
}
