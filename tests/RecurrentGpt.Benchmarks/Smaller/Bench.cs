using System.Diagnostics;
using System.Globalization;

namespace RecurrentGpt.Benchmarks.Smaller;

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
    /// <param name="prepareAction">Runs before each round of the action and is not measured.</param>
    /// <param name="prepareLimit">Runs before each round of the limit and is not measured.</param>
    public void Measure(string name, Func<int> action, Func<int> limit, Func<int>? prepareAction = null, Func<int>? prepareLimit = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(limit);
        var (times, limits) = TimesOf((action, prepareAction), (limit, prepareLimit));
        var least = Median(limits);
        _ = prepareAction?.Invoke();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = action();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var median = Median(times);
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-44} {median,10:F3} {times[0],10:F3} {times[times.Length * 95 / 100],10:F3} {least,10:F4} {median / least,10:F1} {bytes / 1024,10}"));
    }

    // Sorted, in milliseconds. The two take turns, so that what else the machine does is the same for both.
    private (double[] Action, double[] Limit) TimesOf((Func<int> Run, Func<int>? Prepare) action, (Func<int> Run, Func<int>? Prepare) limit)
    {
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < (isQuick ? WarmUp / 4 : WarmUp);)
        {
            _ = TimeOf(action) + TimeOf(limit);
        }

        var (times, limits) = (new double[_rounds], new double[_rounds]);
        for (var i = 0; i < _rounds; i++)
        {
            (times[i], limits[i]) = (TimeOf(action), TimeOf(limit));
        }

        Array.Sort(times);
        Array.Sort(limits);
        return (times, limits);
    }

    private static double TimeOf((Func<int> Run, Func<int>? Prepare) work)
    {
        _ = work.Prepare?.Invoke();
        var begin = Stopwatch.GetTimestamp();
        _ = work.Run();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static double Median(double[] sorted) => sorted[sorted.Length / 2];
}
