namespace RecurrentGpt.Stories;

/// <summary>Tokens that a model says it used.</summary>
/// <param name="Input">Tokens of the prompt.</param>
/// <param name="Output">Tokens of the reply.</param>
/// <param name="Cached">Those of <paramref name="Input"/> that the provider read from its prefix cache.</param>
public sealed record TokenUsage(long Input, long Output, long Cached)
{
    /// <summary>No tokens.</summary>
    public static TokenUsage None { get; } = new(0, 0, 0);

    /// <summary>Adds two counts.</summary>
    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => Add(left, right);

    /// <summary>Adds two counts.</summary>
    public static TokenUsage Add(TokenUsage left, TokenUsage right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(left.Input + right.Input, left.Output + right.Output, left.Cached + right.Cached);
    }
}
