using System.Globalization;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>Names the failure that an answer of the server stands for.</summary>
internal static class AnswerFailure
{
    // In the words of OpenAI, Azure, vLLM, llama.cpp, Ollama, LM Studio and Anthropic, in this order as far as they differ.
    private static readonly string[] TooLong =
    [
        "context_length_exceeded", "maximum context length", "string_above_max_length", "exceed_context_size", "context size", "context length",
        "context window", "n_ctx", "prompt is too long", "input is too long", "too many tokens",
    ];

    private static readonly string[] Filtered =
    [
        "content_filter", "content_policy", "content management policy", "responsibleaipolicyviolation", "moderation",
    ];

    private static readonly string[] UsedUp = ["insufficient_quota", "exceeded your current quota", "billing_hard_limit"];

    /// <summary>The failure of an answer with a status of its own.</summary>
    public static StepFailure OfStatus(int status, ErrorBody error, SafeDetail safe) =>
        new(KindOf(status, error), safe.Of(Quota(error) + Words(status, error)));

    /// <summary>The failure of an error that came in a stream, or with status 200; some servers say in it what the status would have been.</summary>
    public static StepFailure OfEvent(ErrorBody error, SafeDetail safe)
    {
        var kind = error switch
        {
            _ when Says(error, TooLong) => FailureKind.ContextTooLong,
            _ when Says(error, Filtered) => FailureKind.ContentFilter,
            _ when Says(error, UsedUp) => FailureKind.QuotaUsedUp,
            _ when Says(error, ["rate_limit", "rate limit", "429"]) => FailureKind.RateLimited,
            { Status: { } status } => KindOf(status, error),
            _ => FailureKind.ServerError,
        };

        return new StepFailure(kind, safe.Of(Quota(error) + error.Message));
    }

    private static FailureKind KindOf(int status, ErrorBody error) => status switch
    {
        401 => FailureKind.Unauthorized,
        402 => FailureKind.QuotaUsedUp,
        403 => Says(error, Filtered) ? FailureKind.ContentFilter : FailureKind.Forbidden,
        404 or (>= 300 and < 400) => FailureKind.NotFound,
        429 => Says(error, UsedUp) ? FailureKind.QuotaUsedUp : FailureKind.RateLimited,
        413 => FailureKind.ContextTooLong,
        _ when Says(error, TooLong) => FailureKind.ContextTooLong,
        408 or 409 or >= 500 => FailureKind.ServerError,
        _ => Says(error, Filtered) ? FailureKind.ContentFilter : FailureKind.Rejected,
    };

    private static string Words(int status, ErrorBody error) => string.IsNullOrWhiteSpace(error.Message)
        ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}")
        : string.Create(CultureInfo.InvariantCulture, $"HTTP {status}: {error.Message}");

    // The word that the provider's own help pages use, so that the person finds them.
    private static string Quota(ErrorBody error) => Says(error, UsedUp) ? "insufficient_quota: " : "";

    private static bool Says(ErrorBody error, string[] words) =>
        words.Any(word => $"{error.Code} {error.Message}".Contains(word, StringComparison.OrdinalIgnoreCase));
}
