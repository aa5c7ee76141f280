namespace RecurrentGpt.Benchmarks;

/// <summary>One figure of a benchmark, raw and beside what it is compared with.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Unit">The unit of <paramref name="Ours"/>: ms, MB, bytes; empty for a count.</param>
/// <param name="Ours">The median of our rounds, or the count.</param>
internal sealed record Figure(string What, string Unit, double Ours)
{
    /// <summary>The peer or the limit, in the same unit; null for a figure that stands for itself.</summary>
    public double? Peer { get; init; }

    /// <summary>What the peer or the limit is.</summary>
    public string PeerName { get; init; } = "";

    /// <summary>What is to be reached: at most this, or with <see cref="IsAtLeast"/> at least. Of the ratio where there is a peer, else of the figure. Null for a figure that is only told.</summary>
    public double? Target { get; init; }

    public bool IsAtLeast { get; init; }

    /// <summary>95 of 100 of our rounds were no slower; null where it is not a time of rounds.</summary>
    public double? P95 { get; init; }

    public double? Ratio => Peer is { } peer ? Ours / peer : null;

    /// <summary>Null where there is no target.</summary>
    public bool? IsMet => Target is { } target ? IsAtLeast ? (Ratio ?? Ours) >= target : (Ratio ?? Ours) <= target : null;
}
