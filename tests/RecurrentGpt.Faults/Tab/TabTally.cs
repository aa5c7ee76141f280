namespace RecurrentGpt.Faults.Tab;

/// <summary>What the rounds found, of all pages at once.</summary>
internal sealed class TabTally
{
    private readonly Lock _gate = new();

    public int Rounds { get; private set; }

    public int LostCharacters { get; private set; }

    public double LostMilliseconds { get; private set; }

    /// <summary>From the moment when the page could come back to the moment when it worked.</summary>
    public double SlowestReturn { get; private set; }

    public Dictionary<TabFault, int> ByFault { get; } = [];

    public void Add(TabRound round, (int Characters, double Milliseconds) lost, double secondsToReturn)
    {
        lock (_gate)
        {
            Rounds++;
            ByFault[round.Fault] = ByFault.GetValueOrDefault(round.Fault) + 1;
            LostCharacters = Math.Max(LostCharacters, lost.Characters);
            LostMilliseconds = Math.Max(LostMilliseconds, lost.Milliseconds);
            SlowestReturn = Math.Max(SlowestReturn, secondsToReturn);
        }
    }
}
