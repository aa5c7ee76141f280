using Azure.Identity;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>Names the failure behind an exception of the way to the server.</summary>
internal static class TransportFailure
{
    /// <summary>Before an answer had begun; null when the exception is nothing of the kind.</summary>
    public static StepFailure? BeforeAnswer(Exception exception, Uri endpoint, SafeDetail safe)
    {
        if (Find<AuthenticationFailedException>(exception) is { } signIn)
        {
            return new(FailureKind.Unauthorized, safe.Of(signIn.Message));
        }

        if (Find<HttpRequestException>(exception) is { } request)
        {
            return new(FailureKind.Unreachable, Words(request.HttpRequestError, endpoint.Authority));
        }

        if (Find<IOException>(exception) is not null)
        {
            return new(FailureKind.Unreachable, Words(HttpRequestError.ResponseEnded, endpoint.Authority));
        }

        // A connection that does not come about in time is told by a cancellation that nobody asked for.
        return Find<TimeoutException>(exception) is not null || Find<OperationCanceledException>(exception) is not null
            ? new(FailureKind.Unreachable, Reasons.Of("NoAnswerInTime", endpoint.Authority))
            : null;
    }

    /// <summary>Whether the exception tells of a connection that broke.</summary>
    public static bool IsBroken(Exception exception) =>
        Find<IOException>(exception) is not null
        || Find<HttpRequestException>(exception) is not null
        || Find<ObjectDisposedException>(exception) is not null;

    private static string Words(HttpRequestError error, string host) => error switch
    {
        HttpRequestError.NameResolutionError => Reasons.Of("NameUnknown", host),
        HttpRequestError.ConnectionError => Reasons.Of("NothingAnswers", host),
        HttpRequestError.SecureConnectionError => Reasons.Of("NotSecure", host),
        HttpRequestError.ProxyTunnelError => Reasons.Of("ProxyRefuses", host),
        HttpRequestError.ResponseEnded => Reasons.Of("ClosedUnanswered", host),
        _ => Reasons.Of("NoConnection", host),
    };

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }

            if (exception is AggregateException { InnerExceptions: [var first, ..] } && Find<T>(first) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }
}
