namespace RecurrentGpt.Faults.Disk;

/// <summary>What the rounds have seen.</summary>
internal sealed class DiskFigures
{
    public int Told { get; set; }

    public int Raw { get; set; }

    public int Lost { get; set; }

    public int Doubled { get; set; }

    public int StoredAfterAll { get; set; }
}
