namespace RecurrentGpt.Faults.Together;

/// <summary>Two tabs and autopilot at one story, each doing what it will at the same time; no text that was typed may go without its author's say.</summary>
internal sealed class TogetherTrial : ITrial
{
    // A story that grows for ever would measure how long stories are read.
    private const int RoundsOfAStory = 40;

    public string Name => "together";

    public string What => "two tabs and autopilot change one story at the same time";

    public int Count => 10_000;

    public int ShortCount => 60;

    public async Task RunAsync(TrialRun run, CancellationToken cancellationToken)
    {
        await using var world = await TogetherWorld.OpenAsync(run.NewFolder(), run.Seed);
        var figures = new TogetherFigures();
        for (var round = 0; round < run.Count && !cancellationToken.IsCancellationRequested; round++)
        {
            try
            {
                if (round % RoundsOfAStory == 0)
                {
                    await world.BeginStoryAsync();
                }

                await new TogetherRound(world, run.ChanceOf(round), figures, what => run.Broken(round, what)).RunAsync();
            }
            catch (Exception broken) when (!cancellationToken.IsCancellationRequested)
            {
                run.Broken(round, $"{broken.GetType().Name}: {broken.Message}");
                await world.BeginStoryAsync();
            }

            if (round % 1_000 == 999)
            {
                run.Progress($"{round + 1} interleavings");
            }
        }

        await world.CheckTreesAsync(what => run.Broken(run.Count, what));
        run.Tell("acts", $"{figures.Acts:N0}, {figures.Typed:N0} texts typed, {figures.Written:N0} steps written");
        run.AtLeast("conflicts offered with both texts", figures.Conflicts, run.Count / 20);
        run.AtMost("texts stored over one that their author had not seen", figures.Blind, 0);
        run.AtMost("texts lost", figures.Lost, 0);
        run.AtMost("failures shown", figures.Shown, 0);
    }
}
