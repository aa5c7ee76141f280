using System.Diagnostics;
using System.Globalization;

namespace RecurrentGpt.Benchmarks;

/// <summary>Measures an action beside the least work that its task could take on the same machine in the same minute, and prints both. It judges nothing.</summary>
internal sealed class Bench(TextWriter writer, bool isQuick)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private readonly int _rounds = isQuick ? 20 : 100;

    public void Begin(string group)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group}: median of {_rounds} rounds, milliseconds"));
        writer.WriteLine($"{"",-44} {"median",10} {"least",10} {"p95",10} {"limit",10} {"ratio",10} {"KiB",10}");
    }

    /// <param name="name">What is measured.</param>
    /// <param name="action">The work.</param>
    /// <param name="limit">Work that the action cannot do without, such as looking at each letter once.</param>
    public void Measure(string name, Func<int> action, Func<int> limit)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(limit);
        var times = TimesOf(action);
        var least = Median(TimesOf(limit));
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = action();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var median = Median(times);
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-44} {median,10:F3} {times[0],10:F3} {times[times.Length * 95 / 100],10:F3} {least,10:F4} {median / least,10:F0} {bytes / 1024,10}"));
    }

    // Sorted, in milliseconds.
    private double[] TimesOf(Func<int> action)
    {
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < (isQuick ? WarmUp / 4 : WarmUp);)
        {
            _ = action();
        }

        var times = new double[_rounds];
        for (var i = 0; i < times.Length; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            _ = action();
            times[i] = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static double Median(double[] sorted) => sorted[sorted.Length / 2];
}
