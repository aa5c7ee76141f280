using RecurrentGpt.Faults.Backups;
using RecurrentGpt.Faults.Disk;
using RecurrentGpt.Faults.Kill;
using RecurrentGpt.Faults.Long;
using RecurrentGpt.Faults.Server;
using RecurrentGpt.Faults.Stop;
using RecurrentGpt.Faults.Tab;
using RecurrentGpt.Faults.Together;
using RecurrentGpt.Faults.Upgrade;

namespace RecurrentGpt.Faults;

/// <summary>All trials, in the order in which they run.</summary>
internal static class TrialList
{
    public static IReadOnlyList<ITrial> All { get; } =
    [
        new KillTrial(),
        new TornTrial(),
        new DiskTrial(),
        new ServerTrial(),
        new StopTrial(),
        new TabTrial(),
        new TogetherTrial(),
        new UpgradeTrial(),
        new BackupTrial(),
        new LongTrial(),
    ];
}
