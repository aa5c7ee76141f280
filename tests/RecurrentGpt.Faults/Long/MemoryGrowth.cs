using System.Diagnostics;

namespace RecurrentGpt.Faults.Long;

/// <summary>What a program holds in memory as its work goes on, and by how much that grows.</summary>
internal sealed class MemoryGrowth
{
    private const double Megabyte = 1_024 * 1_024;

    private readonly List<(int Steps, double Held, double Private)> _samples = [];

    public int Count => _samples.Count;

    /// <summary>Measures what is held after all that could be let go was let go.</summary>
    public string Take(int steps)
    {
        var held = GC.GetTotalMemory(forceFullCollection: true) / Megabyte;
        using var process = Process.GetCurrentProcess();
        _samples.Add((steps, held, process.PrivateMemorySize64 / Megabyte));
        return FormattableString.Invariant($"{steps} steps: {held:0.0} MB held, {_samples[^1].Private:0} MB of the process");
    }

    /// <summary>Megabytes held that come with each hundred steps, by least squares over the samples from a number of steps on.</summary>
    public double HeldPerHundred(int from) => Slope(from, sample => sample.Held);

    /// <summary>The same of the process's private memory, which also holds what the collector has not given back.</summary>
    public double PrivatePerHundred(int from) => Slope(from, sample => sample.Private);

    private double Slope(int from, Func<(int Steps, double Held, double Private), double> of)
    {
        var warm = _samples.Where(sample => sample.Steps >= from).ToList();
        if (warm.Count < 2)
        {
            return 0;
        }

        var (x, y) = (warm.Average(sample => sample.Steps), warm.Average(of));
        var spread = warm.Sum(sample => (sample.Steps - x) * (sample.Steps - x));
        return warm.Sum(sample => (sample.Steps - x) * (of(sample) - y)) / spread * 100;
    }
}
