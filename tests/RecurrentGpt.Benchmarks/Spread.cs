namespace RecurrentGpt.Benchmarks;

/// <summary>What many rounds of the same come to.</summary>
internal sealed record Spread(double Least, double Median, double P95, double P99, double Most)
{
    public static Spread Of(IEnumerable<double> rounds)
    {
        var sorted = rounds.Order().ToArray();
        return new(sorted[0], At(sorted, 0.5), At(sorted, 0.95), At(sorted, 0.99), sorted[^1]);
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
