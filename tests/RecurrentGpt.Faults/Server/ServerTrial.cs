namespace RecurrentGpt.Faults.Server;

/// <summary>Has the model's server fail in every way that is known of servers, and cuts its streams at random.</summary>
internal sealed class ServerTrial : ITrial
{
    private const int SlowLanes = 2;

    // As short as the options allow, for the rows that wait.
    private static readonly (string, string)[] Impatient =
    [
        ("Recurrence:FirstTokenLimit", "00:00:01"), ("Recurrence:IdleLimit", "00:00:01"), ("Recurrence:TotalLimit", "00:00:05"), ("Recurrence:EmbeddingLimit", "00:00:01"),
    ];

    public string Name => "server";

    public string What => "the model's server fails in each known way, and its streams are cut at random bytes";

    public int Count => 1_000;

    public int ShortCount => 40;

    public async Task RunAsync(TrialRun run, CancellationToken cancellationToken)
    {
        var lanes = Task.WhenAll(Lanes().Select(rows => RowsAsync(run, rows)).ToList());
        var cuts = await CutAsync(run);
        var outcomes = await lanes;
        foreach (var (row, outcome) in outcomes.SelectMany(lane => lane))
        {
            Tell(run, row, outcome);
        }

        RowOutcome[] all = [.. outcomes.SelectMany(lane => lane).Select(pair => pair.Outcome)];
        run.AtLeast("rows that went as they should", all.Count(outcome => outcome.Broken.Count == 0), FaultRows.All.Count);
        run.AtMost("kinds of failure that no row shows", FaultRows.Unshown.Count, 0);
        run.AtMost("most requests in a step, of the rows", all.Max(outcome => outcome.Requests), 4);
        run.Tell("streams cut", $"{run.Count:#,0}: {cuts.Failed:#,0} failed and offered, {cuts.Done:#,0} whole or asked for again");
        run.AtMost("false \"complete\"", cuts.FalseComplete, 0);
        run.AtMost("most requests in a step, of the cuts", cuts.MostRequests, 4);
    }

    // The slow rows wait more than they work, so they go beside the others; a server that is taken away comes last of them.
    private static IEnumerable<IReadOnlyList<FaultRow>> Lanes() => FaultRows.All
        .GroupBy(row => row.IsSlow)
        .SelectMany(rows => rows.OrderBy(row => row.Mend is not null).Index().GroupBy(row => row.Item.IsSlow ? row.Index % SlowLanes : 0, row => row.Item))
        .Select(lane => lane.ToList());

    private static void Tell(TrialRun run, FaultRow row, RowOutcome outcome)
    {
        if (run.Count >= 1_000)
        {
            run.Tell(row.Name, $"{outcome.Line}");
        }

        foreach (var what in outcome.Broken)
        {
            run.Broken(0, what);
        }
    }

    private static async Task<IReadOnlyList<(FaultRow Row, RowOutcome Outcome)>> RowsAsync(TrialRun run, IReadOnlyList<FaultRow> rows)
    {
        await using var world = await WritingWorld.OpenAsync(run.NewFolder(), rows.Any(row => row.IsSlow) ? Impatient : []);
        var replies = FullReplies.Of(world.Model);
        // So that there is something to recall.
        await world.RunAsync(await world.NextAsync());
        var outcomes = new List<(FaultRow, RowOutcome)>();
        foreach (var row in rows)
        {
            outcomes.Add((row, await new RowTrial(world, replies).RunAsync(row)));
        }

        return outcomes;
    }

    private static async Task<RandomCuts> CutAsync(TrialRun run)
    {
        await using var world = await WritingWorld.OpenAsync(run.NewFolder());
        var cuts = new RandomCuts(world, FullReplies.Of(world.Model), run);
        await cuts.RunAsync();
        return cuts;
    }
}
