namespace RecurrentGpt.Recurrence;

/// <summary>How long to wait before a request is sent again.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The wait before the next attempt, or null when there should be none: the failure will not pass by itself, or the server asks for more time than a person would wait.
    /// </summary>
    /// <param name="failure">What failed.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="options">The longest waits.</param>
    /// <param name="chance">Spreads the waits of many desks.</param>
    internal static TimeSpan? Next(StepFailure failure, int attempt, RecurrenceOptions options, Random chance)
    {
        if (!failure.IsTransient)
        {
            return null;
        }

        // A server that says "at once" would be asked four times within a moment.
        if (failure.RetryAfter is { } asked && asked > TimeSpan.Zero)
        {
            return asked <= options.MaxRetryAfter ? asked : null;
        }

        var longest = Math.Min(options.MaxBackoff.TotalSeconds, First.TotalSeconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromSeconds(longest * (0.5 + (0.5 * chance.NextDouble())));
    }
}
