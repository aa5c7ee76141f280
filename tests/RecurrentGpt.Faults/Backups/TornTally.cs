namespace RecurrentGpt.Faults.Backups;

/// <summary>What came of the starts.</summary>
internal sealed class TornTally
{
    public int Kept { get; set; }

    public int Committed { get; set; }

    public int Restored { get; set; }

    public int Refused { get; set; }

    public TimeSpan Slowest { get; private set; }

    public void Note(TimeSpan start) => Slowest = start > Slowest ? start : Slowest;
}
