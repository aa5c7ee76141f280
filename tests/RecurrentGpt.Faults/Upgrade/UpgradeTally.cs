using RecurrentGpt.Faults.Inside;

namespace RecurrentGpt.Faults.Upgrade;

/// <summary>What the updates of all versions come to.</summary>
internal sealed class UpgradeTally(TrialRun run)
{
    private readonly Lock _gate = new();
    private int _atStatements;
    private int _inCopies;
    private TimeSpan _slowest;

    public void Add(KilledUpgrade upgrade, KillOrder order, bool isKilled, IReadOnlyList<string> faults)
    {
        lock (_gate)
        {
            _atStatements += isKilled && order.At == KillAt.Statement ? 1 : 0;
            _inCopies += isKilled && order.At == KillAt.File ? 1 : 0;
            _slowest = upgrade.StartTime > _slowest ? upgrade.StartTime : _slowest;
            foreach (var fault in faults)
            {
                run.Broken(_atStatements, $"{upgrade.Schema}, {order.At} {order.Number}: {fault}");
            }
        }
    }

    public void Tell(int versions)
    {
        run.Tell("versions, the first database among them", $"{versions}");
        run.AtLeast("kills at statements", _atStatements, versions);
        run.AtLeast("kills in the copy before", _inCopies, 1);
        run.Within("slowest start after, s", _slowest.TotalSeconds, 5);
    }
}
