namespace RecurrentGpt.Faults.Kill;

/// <summary>What a story must still have: all that was ever told or seen to be stored, byte for byte.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leftRuns = new(StringComparer.Ordinal);
    private int _acknowledged;

    /// <summary>How many steps it had when it was last looked at.</summary>
    public int Steps => _seen.Count;

    /// <summary>Takes the number of a paragraph that the program told of as written.</summary>
    public void Acknowledge(int paragraph) => _acknowledged = Math.Max(_acknowledged, paragraph);

    /// <summary>Compares, and remembers what is there now.</summary>
    /// <param name="rows">The database.</param>
    /// <param name="added">How many steps may have been added since the last look.</param>
    public IReadOnlyList<string> Check(Rows rows, Range added)
    {
        var now = Digests(rows);
        var faults = new List<string>(Promises.Broken(rows));
        foreach (var (id, digest) in _seen)
        {
            if (now.GetValueOrDefault(id) != digest)
            {
                faults.Add(now.ContainsKey(id) ? $"step {id} is not what it was" : $"step {id} is lost");
            }
        }

        if (now.Count < _acknowledged)
        {
            faults.Add($"paragraph {_acknowledged} was told as written, and there are {now.Count}");
        }

        var more = now.Count - _seen.Count;
        if (_seen.Count > 0 && (more < added.Start.Value || more > added.End.Value))
        {
            faults.Add($"{more} steps were added, not {added}");
        }

        foreach (var (id, digest) in now)
        {
            _seen.TryAdd(id, digest);
        }

        return faults;
    }

    /// <summary>Runs that the program's last end interrupted and that were not known yet, with their prose.</summary>
    public IReadOnlyList<string> NewLeftovers(Rows rows) =>
        [.. rows.Texts("SELECT Id || '|' || Partial FROM Runs WHERE State = 'Interrupted' AND Kind = 'Step' ORDER BY Number")
            .Where(_leftRuns.Add)
            .Select(text => text[(text.IndexOf('|', StringComparison.Ordinal) + 1)..])];

    // Where redo goes changes with the next step, and nothing else of a step does.
    private static Dictionary<string, string> Digests(Rows rows)
    {
        var columns = rows.Texts("SELECT name FROM pragma_table_info('Steps') WHERE name NOT IN ('Id', 'NextStepId') ORDER BY name");
        var steps = rows.Digests($"SELECT Id, {string.Join(", ", columns)} FROM Steps");
        var entries = rows.Digests("SELECT StepId, * FROM MemoryEntries");
        var plans = rows.Digests("SELECT StepId, * FROM Plans ORDER BY StepId, \"Set\", Number");
        var sent = rows.Digests("SELECT Steps.Id, Exchanges.* FROM Steps JOIN Exchanges ON Exchanges.RunId = Steps.RunId ORDER BY Steps.Id, Ordinal");
        return steps.ToDictionary(
            step => step.Key,
            step => string.Join(' ', step.Value, entries.GetValueOrDefault(step.Key), plans.GetValueOrDefault(step.Key), sent.GetValueOrDefault(step.Key)),
            StringComparer.Ordinal);
    }
}
