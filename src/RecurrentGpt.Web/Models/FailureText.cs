using Microsoft.Extensions.Localization;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>Says a failure in plain words: what happened, what to do, and what the server said.</summary>
public sealed class FailureText(IStringLocalizer<FailureMessages> words)
{
    /// <summary>The whole message.</summary>
    public string Of(StepFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var message = words[failure.Kind.ToString()].Value;
        if (failure.RetryAfter is { } wait)
        {
            message = $"{message} {words["RetryAfter", Math.Ceiling(wait.TotalSeconds)].Value}";
        }

        return failure.Detail.Length == 0 ? message : $"{message} {words[DetailName(failure.Kind), failure.Detail].Value}";
    }

    private static string DetailName(FailureKind kind) => kind == FailureKind.Incomplete ? "MissingSections" : "Detail";
}
