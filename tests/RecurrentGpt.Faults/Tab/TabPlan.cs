namespace RecurrentGpt.Faults.Tab;

/// <summary>Which rounds there are, by the seed: pages go through rounds of their own at the same time, and now and then the server is killed under all of them.</summary>
internal static class TabPlan
{
    private const int WaveEvery = 5;
    private const int MostPages = 10;
    private const int MostSeconds = 170;

    private static readonly TimeSpan BeyondRetention = TimeSpan.FromSeconds(195);

    private static readonly TabFault[] Alone = [TabFault.Reset, TabFault.Refresh, TabFault.Silence, TabFault.Close, TabFault.Background, TabFault.Reset, TabFault.Silence];

    /// <summary>The rounds of each page between one kill of the server and the next, which is the last of them.</summary>
    public static IReadOnlyList<IReadOnlyList<TabRound>> Of(TrialRun run)
    {
        var isShort = run.Count < MostPages;
        var pages = Math.Clamp(run.Count / 2, 1, MostPages);
        var every = isShort ? 2 : WaveEvery;
        return [.. Enumerable.Range(0, pages).Select(page => (IReadOnlyList<TabRound>)
            [.. Enumerable.Range(0, run.Count).Where(number => number % pages == page).Select((number, turn) => Round(run, number, isKill: turn % every == every - 1, isShort))])];
    }

    private static TabRound Round(TrialRun run, int number, bool isKill, bool isShort)
    {
        var chance = run.ChanceOf(number);
        var fault = isKill ? TabFault.ServerKilled : isShort ? Alone[number % 2] : Alone[chance.Next(Alone.Length)];
        var seconds = isShort ? 1 + chance.NextDouble() : chance.Next(1, MostSeconds + 1);
        // Two of a long run are longer than the server waits for a page.
        var isBeyond = !isShort && number is 0 or 11;
        return new TabRound(number, isBeyond ? (number == 0 ? TabFault.Reset : TabFault.Silence) : fault, isBeyond ? BeyondRetention : TimeSpan.FromSeconds(seconds), chance.Next(2) == 0, (TypedInto)chance.Next(3));
    }
}
