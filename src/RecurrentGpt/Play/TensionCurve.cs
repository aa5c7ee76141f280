namespace RecurrentGpt.Play;

/// <summary>How tight a story is in each turn of an arc, 1 (calm) to 10 (it breaks).</summary>
internal static class TensionCurve
{
    internal const int Highest = 10;
    internal const int OfEntry = 2;
    internal const int OfEpilogue = 1;
    internal const int OfCrisis = 9;

    private const double Lowest = 2;
    private const double HighestBefore = 8;
    private const int ShortestBreath = 4;
    private const int FewestOfCrisis = 2;
    private const int PartOfTurns = 8;

    // A story without an ending goes up and down: each wave begins higher than the one before has sunk, and none comes to the highest, which belongs to an ending.
    private static readonly int[] Wave = [3, 4, 5, 4, 6, 7, 8, 7, 9, 9, 6, 4];

    /// <summary>Of an action.</summary>
    /// <param name="number">The turn, from 1.</param>
    /// <param name="turns">The turns until and with the ending; null for a story without one.</param>
    internal static int OfAction(int number, int? turns) => turns is { } all ? Within(number, all) : Wave[(number - 1) % Wave.Length];

    private static int Within(int number, int turns)
    {
        var crisis = Math.Max(FewestOfCrisis, turns / PartOfTurns);
        var rising = turns - 1 - crisis;
        if (number > rising)
        {
            return turns - number <= crisis / 2 ? Highest : OfCrisis;
        }

        var isBreath = number % Math.Max(ShortestBreath, turns / PartOfTurns) == 0;
        return isBreath ? Rising(number - 1, rising) - 1 : Rising(number, rising);
    }

    private static int Rising(int number, int rising) => (int)Math.Round(Lowest + ((HighestBefore - Lowest) * (number - 1) / (rising - 1)), MidpointRounding.AwayFromZero);
}
