namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>What one paragraph cost on its way to the screen.</summary>
/// <param name="Tokens">How many came.</param>
/// <param name="TextBytes">What they are as text.</param>
/// <param name="Bytes">What the page got while they came.</param>
/// <param name="Drawings">How often the server drew.</param>
/// <param name="Changes">How often the page changed.</param>
/// <param name="LargestMessage">Bytes of the largest message.</param>
/// <param name="Seconds">From the first words on the screen to the last.</param>
/// <param name="LateBy">Milliseconds between the last token's leaving the model's server and its being painted.</param>
internal sealed record Streamed(int Tokens, int TextBytes, int Bytes, int Drawings, int Changes, int LargestMessage, double Seconds, double LateBy)
{
    /// <summary>What the page got between the click and the first word.</summary>
    public int BytesBefore { get; init; }

    public double Cost => (double)Bytes / TextBytes;

    public double DrawingsInSecond => Drawings / Seconds;

    public double ChangesInSecond => Changes / Seconds;
}
