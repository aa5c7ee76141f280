namespace RecurrentGpt.Benchmarks.Export;

/// <summary>By how much the process grows at most while something is done, looked at every millisecond.</summary>
internal static class PeakMemory
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    public static async Task<long> OfAsync(Func<Task> work)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var done = new ManualResetEventSlim();
        var before = Environment.WorkingSet;
        var peak = before;
        var watch = new Thread(() =>
        {
            do
            {
                peak = Math.Max(peak, Environment.WorkingSet);
            }
            while (!done.Wait(Pause));
        });
        watch.Start();
        try
        {
            await work();
        }
        finally
        {
            done.Set();
            watch.Join();
        }

        return peak - before;
    }
}
