namespace RecurrentGpt.Offline;

/// <summary>How the sample writer writes.</summary>
public sealed record SampleWriterOptions
{
    /// <summary>Pace of a reader's eye over a growing page, in words a second.</summary>
    public const int HumanPace = 40;

    /// <summary>Picks among the many stories that the writer could tell. The same seed and messages give the same reply.</summary>
    public int Seed { get; init; }

    /// <summary>Words a second of a streamed reply; 0 gives the reply at once.</summary>
    public double WordsPerSecond { get; init; } = HumanPace;
}
