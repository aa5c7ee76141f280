using RecurrentGpt.FakeModel;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Faults.Server;

/// <summary>Streams cut at any byte of their body: closed, reset, or ended as if that were all.</summary>
internal sealed class RandomCuts(WritingWorld world, FullReplies replies, TrialRun trial)
{
    private static readonly FakeFault[] Ways = [FakeFault.CloseInStream, FakeFault.ResetInStream, FakeFault.EndWithoutFinish];

    /// <summary>Steps that were stored although not all of them had come.</summary>
    public int FalseComplete { get; private set; }

    public int Done { get; private set; }

    public int Failed { get; private set; }

    public int MostRequests { get; private set; }

    public async Task RunAsync()
    {
        for (var round = 1; round <= trial.Count; round++)
        {
            await RoundAsync(round, trial.ChanceOf(round));
            if (round % 100 == 0)
            {
                trial.Progress($"{round} streams cut");
                world.Model.Forget();
            }
        }
    }

    private async Task RoundAsync(int round, Random chance)
    {
        var (request, before) = (await world.NextAsync(chance.Next(3)), await StoryDigest.OfAsync(world));
        replies.Clear();
        var way = Ways[chance.Next(Ways.Length)];
        world.Model.Enqueue(new FakeReply { Fault = way, CutAt = Share(chance), ChunkSize = chance.Next(1, 60) });
        var run = await world.StartAsync(request);
        var result = await run.Completion;
        MostRequests = Math.Max(MostRequests, await world.RequestsOfAsync(run.Id));
        if (result.State == RunState.Done)
        {
            Done++;
            Judge(round, replies.FaultOf(result.Steps[^1]));
            return;
        }

        Failed++;
        var leftover = (await world.ReadAsync()).Leftover;
        Expect(round, result.State == RunState.Failed && leftover?.Id == run.Id, $"{way}: it ended {result.State} and is not offered");
        Expect(round, await StoryDigest.OfAsync(world) == before, $"{way}: the story has changed");
        Expect(round, leftover is null || replies.IsBeginning(leftover.Prose), $"{way}: what is offered is not what had come");
    }

    // Ends are where parsers err: each tenth cut is within the last or the first few bytes.
    private static double Share(Random chance) => chance.Next(10) switch
    {
        0 => 1 - (chance.NextDouble() * 0.02),
        1 => chance.NextDouble() * 0.02,
        _ => chance.NextDouble(),
    };

    private void Judge(int round, string? fault)
    {
        if (fault is not null)
        {
            FalseComplete++;
            trial.Broken(round, fault);
        }
    }

    private void Expect(int round, bool isSo, string otherwise)
    {
        if (!isSo)
        {
            trial.Broken(round, otherwise);
        }
    }
}
