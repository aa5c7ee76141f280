using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Faults.Server;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Long;

/// <summary>Lets autopilot write a night long against a server that fails now and then, and watches what it holds in memory.</summary>
internal sealed class LongTrial : ITrial
{
    private const double FaultShare = 0.05;
    private const int Opening = 3;
    private const int MostResumes = 100;

    // Before that, caches fill that do not grow afterwards.
    private const int WarmUp = 200;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private static readonly (string, string)[] Impatient = [("Recurrence:FirstTokenLimit", "00:00:01"), ("Recurrence:IdleLimit", "00:00:01"), ("Recurrence:EmbeddingLimit", "00:00:01")];

    public string Name => "long";

    public string What => "autopilot writes on and on while one answer in twenty goes wrong";

    public int Count => 1_000;

    public int ShortCount => 60;

    public async Task RunAsync(TrialRun run, CancellationToken cancellationToken)
    {
        await using var world = await WritingWorld.OpenAsync(run.NewFolder(), Impatient);
        var faults = new PassingFaults(run.ChanceOf(0), FaultShare);
        world.Model.Answer = _ => faults.Chat();
        world.Model.AnswerEmbeddings = _ => faults.Embeddings();
        var growth = new MemoryGrowth();
        var resumes = await FlyAsync(world, run, growth, cancellationToken);
        await TellAsync(world, run, growth, faults, resumes);
    }

    // Where the model fails twice in a row the fuse blows, as it should, and somebody goes on in the morning: here at once.
    private static async Task<int> FlyAsync(WritingWorld world, TrialRun run, MemoryGrowth growth, CancellationToken cancellationToken)
    {
        var autopilot = world.Get<Study>().Autopilots;
        // The server's words come round after some hundred steps, which is what the fuses of the text are there for; here it is to go on.
        var order = new AutopilotOrder { Steps = run.Count, Author = AuthorKind.Simulated, StopsAtRepetition = false, StopsAtAlikePlans = false };
        await autopilot.StartAsync(world.Story.Id, order, cancellationToken);
        for (var resumes = 0; ; resumes++)
        {
            await WatchAsync(world, run, growth, cancellationToken);
            if (autopilot.Find(world.Story.Id)?.Record is not { Fuse.Kind: FuseKind.ModelFailed, IsHeld: true } || resumes == MostResumes)
            {
                return resumes;
            }

            await autopilot.ResumeAsync(world.Story.Id, changed: null, cancellationToken);
        }
    }

    private static async Task WatchAsync(WritingWorld world, TrialRun run, MemoryGrowth growth, CancellationToken cancellationToken)
    {
        var autopilot = world.Get<Study>().Autopilots;
        var every = Math.Clamp(run.Count / 10, 1, 100);
        for (var ending = autopilot.WaitAsync(world.Story.Id, cancellationToken); !ending.IsCompleted; await Task.WhenAny(ending, Task.Delay(Look, cancellationToken)))
        {
            var steps = autopilot.Find(world.Story.Id)?.Record.Spent.Steps ?? 0;
            if (steps >= (growth.Count + 1) * every)
            {
                world.Model.Forget();
                run.Progress(growth.Take(steps));
            }
        }
    }

    private static async Task TellAsync(WritingWorld world, TrialRun run, MemoryGrowth growth, PassingFaults faults, int resumes)
    {
        var record = world.Get<Study>().Autopilots.Find(world.Story.Id)?.Record;
        await using var db = await world.Get<IDbContextFactory<WritingDb>>().CreateDbContextAsync();
        run.Tell("how it ended", $"{record?.State} {record?.Fuse}");
        run.AtLeast("steps stored", await db.Steps.CountAsync() - Opening, run.Count);
        run.AtMost("steps stored", await db.Steps.CountAsync() - Opening, run.Count);
        run.Tell("answers that went wrong", $"{faults.Injected:#,0}, after which somebody went on {resumes:#,0} times");
        run.AtLeast("runs that did not end well, kept", await db.Runs.CountAsync(stored => stored.State == Runs.RunState.Failed), 1);
        if (run.Count >= WarmUp * 2)
        {
            run.AtMost("memory held, MB more for 100 steps", growth.HeldPerHundred(WarmUp), 1);
            run.Tell("memory of the process, more for 100 steps", $"{growth.PrivatePerHundred(WarmUp):0.00} MB");
        }
    }
}
