namespace RecurrentGpt.Faults.Disk;

/// <summary>What goes on when the disk gives way.</summary>
internal enum DiskMoment
{
    Claim,
    Streaming,
    Stopped,
    Typed,
    Edit,
    Export,
    Start,
    Autopilot,
}
