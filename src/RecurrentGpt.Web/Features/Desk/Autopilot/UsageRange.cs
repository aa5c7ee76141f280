using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>Tokens between a fewest and a most.</summary>
internal sealed record UsageRange(TokenUsage Fewest, TokenUsage Most)
{
    // What was measured a few times is still no promise.
    private const double Margin = 0.15;

    public static UsageRange None { get; } = new(TokenUsage.None, TokenUsage.None);

    public static UsageRange Of(long fewestInput, long mostInput, long fewestOutput, long mostOutput) =>
        new(new TokenUsage(fewestInput, fewestOutput, 0), new TokenUsage(mostInput, mostOutput, 0));

    /// <summary>As far as what was measured reaches, and never closer than 15 % around its mean. Nothing is counted as cached: a cache may be cold by then.</summary>
    public static UsageRange Measured(IReadOnlyCollection<TokenUsage> measured) => Of(
        Fewer(measured, usage => usage.Input),
        More(measured, usage => usage.Input),
        Fewer(measured, usage => usage.Output),
        More(measured, usage => usage.Output));

    public static UsageRange operator +(UsageRange left, UsageRange right) => new(left.Fewest + right.Fewest, left.Most + right.Most);

    public static UsageRange operator *(int times, UsageRange range) => new(Times(times, range.Fewest), Times(times, range.Most));

    private static TokenUsage Times(int times, TokenUsage usage) => new(times * usage.Input, times * usage.Output, 0);

    private static long Fewer(IReadOnlyCollection<TokenUsage> measured, Func<TokenUsage, long> part) =>
        Math.Min(measured.Min(part), (long)(measured.Average(part) * (1 - Margin)));

    private static long More(IReadOnlyCollection<TokenUsage> measured, Func<TokenUsage, long> part) =>
        Math.Max(measured.Max(part), (long)Math.Ceiling(measured.Average(part) * (1 + Margin)));
}
