namespace RecurrentGpt.Runs;

/// <summary>How long to wait before a store that could not write is asked again.</summary>
public static class StorePause
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>The wait after an attempt, from 1: a second, then twice as long each time, up to a quarter of a minute.</summary>
    public static TimeSpan After(int attempt)
    {
        var seconds = Math.Pow(2, Math.Clamp(attempt - 1, 0, 10));
        return TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, seconds));
    }
}
