using RecurrentGpt.FakeModel;
using RecurrentGpt.Faults.Server;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Faults.Stop;

/// <summary>A place of a step at which it is stopped.</summary>
/// <param name="Name">What is under way there.</param>
/// <param name="Prepare">Tells the server what to do, and gives what waits until the step has come to the place.</param>
internal sealed record StopMoment(string Name, Func<WritingWorld, Random, Func<StoryRun, Task>> Prepare)
{
    private const int MostPieces = 60;

    public static IReadOnlyList<StopMoment> All { get; } =
    [
        new("before the request is answered", (world, _) => Chat(world, hold => new FakeReply { HoldBefore = hold })),
        new("at the headers", (world, _) => Chat(world, hold => new FakeReply { Hold = hold })),
        new("between tokens", (world, chance) => Chat(world, hold => new FakeReply { Hold = hold, After = chance.Next(1, MostPieces) })),
        new("between tokens", (world, chance) => Chat(world, hold => new FakeReply { Hold = hold, After = chance.Next(1, MostPieces), ChunkSize = chance.Next(1, 9) })),
        new("in the repair", Repair),
        new("embedding the plan", (world, _) => Embedding(world, [])),
        new("embedding the summary", (world, _) => Embedding(world, [new FakeEmbeddings()])),
        new("just before the commit", (_, _) => FinishedAsync),
        new("at any time", AnyTime),
    ];

    private static Func<StoryRun, Task> Chat(WritingWorld world, Func<FakeHold, FakeReply> held)
    {
        var hold = new FakeHold();
        world.Model.Enqueue(held(hold));
        return _ => hold.Reached;
    }

    // The first reply has no plans, so that they are asked for.
    private static Func<StoryRun, Task> Repair(WritingWorld world, Random chance)
    {
        var write = world.Model.Reply;
        world.Model.Reply = request =>
        {
            world.Model.Reply = write;
            var text = write(request);
            return text[..text.IndexOf("Instruction 1", StringComparison.Ordinal)];
        };
        world.Model.Enqueue(new FakeReply());
        return Chat(world, hold => new FakeReply { Hold = hold, After = chance.Next(0, 12) });
    }

    private static Func<StoryRun, Task> Embedding(WritingWorld world, FakeEmbeddings[] before)
    {
        var hold = new FakeHold();
        Array.ForEach(before, world.Model.Enqueue);
        world.Model.Enqueue(new FakeEmbeddings { Hold = hold });
        return _ => hold.Reached;
    }

    private static Func<StoryRun, Task> AnyTime(WritingWorld world, Random chance)
    {
        world.Model.Enqueue(new FakeReply { Delay = TimeSpan.FromMilliseconds(1), ChunkSize = 40 });
        var wait = TimeSpan.FromMilliseconds(chance.Next(120));
        return run => Task.WhenAny(run.Completion, Task.Delay(wait));
    }

    private static async Task FinishedAsync(StoryRun run)
    {
        await foreach (var stepEvent in run.WatchAsync())
        {
            if (stepEvent is StepEvent.Finished)
            {
                return;
            }
        }
    }
}
