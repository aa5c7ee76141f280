using System.Collections.Concurrent;

namespace RecurrentGpt.Faults.Kill;

/// <summary>What the rounds of all workers come to.</summary>
internal sealed class KillTally(TrialRun run)
{
    private readonly ConcurrentDictionary<KillPoint, int> _kills = new();
    private readonly ConcurrentBag<TimeSpan> _starts = [];
    private readonly Lock _gate = new();

    public int Kills => _kills.Values.Sum();

    public void Killed(KillPoint point) => _kills.AddOrUpdate(point, 1, (_, count) => count + 1);

    public void Started(TimeSpan took) => _starts.Add(took);

    public void Broken(int round, KillPoint point, IEnumerable<string> faults)
    {
        lock (_gate)
        {
            foreach (var fault in faults)
            {
                run.Broken(round, $"{point}: {fault}");
            }
        }
    }

    public void Tell()
    {
        foreach (var point in Enum.GetValues<KillPoint>())
        {
            run.AtLeast($"kills at {point}", _kills.GetValueOrDefault(point), 1);
        }

        run.Tell("kills", $"{Kills:#,0}");
        run.Tell("median start, s", $"{_starts.Order().ElementAt(_starts.Count / 2).TotalSeconds:0.00}");
        run.Within("slowest start, s", _starts.Max().TotalSeconds, 5);
    }
}
