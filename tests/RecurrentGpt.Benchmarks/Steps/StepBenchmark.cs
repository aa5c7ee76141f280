namespace RecurrentGpt.Benchmarks.Steps;

/// <summary>What is ours in a step, and whether it stays the same in a long story.</summary>
internal sealed class StepBenchmark : IBenchmark
{
    private const int Few = 10;
    private const int Many = 5_000;
    private const int Rounds = 40;

    // Code is compiled once more while it runs.
    private const int WarmUps = 200;

    public int Number => 5;

    public string Name => "step";

    public string What => "A full step against the fake server at line rate, from its start until it is committed (FULL), in a story of 10 steps and in one of 5,000; 1,536 dimensions.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        await using var program = await ServerProgram.StartAsync(run);
        using var client = new BareClient(program.Model.Address);
        var few = new StepRounds(program, client, await program.LayStoryAsync(Few));
        var many = new StepRounds(program, client, await program.LayStoryAsync(run.Of(Many, inShort: 50)));
        await WriteAsync(few, many, run.Of(WarmUps, inShort: 1), cancellationToken);
        few.BeginToCount();
        many.BeginToCount();
        await WriteAsync(few, many, run.Of(Rounds, inShort: 3), cancellationToken);

        Add(run, few, $"{Few} steps");
        Add(run, many, "5,000 steps");
        run.Add(new Figure("our own time in a step, 5,000 steps ÷ 10 steps", "ms", many.Own.Median) { Peer = few.Own.Median, PeerName = "10 steps", Target = 1.2 });
    }

    // The two stories take turns, so that what else the machine does is the same for both.
    private static async Task WriteAsync(StepRounds few, StepRounds many, int rounds, CancellationToken cancellationToken)
    {
        for (var round = 0; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await few.WriteAsync();
            await many.WriteAsync();
        }
    }

    private static void Add(BenchmarkRun run, StepRounds rounds, string story)
    {
        run.Add(new Figure($"a whole step, {story}", "ms", rounds.Walls.Median) { P95 = rounds.Walls.P95, Peer = rounds.Bare.Median, PeerName = "bare client, same requests" });
        run.Add(new Figure($"our own time in it (wall − bare client), p95, {story}", "ms", rounds.Own.P95) { Target = 50 });
    }
}
