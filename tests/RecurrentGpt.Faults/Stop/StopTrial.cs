using System.Diagnostics;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Faults.Server;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Faults.Stop;

/// <summary>Stops steps at chosen and at random moments: the model's server must see it at once, and the story must not.</summary>
internal sealed class StopTrial : ITrial
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Name => "stop";

    public string What => "a step is stopped at a random moment";

    public int Count => 500;

    public int ShortCount => 15;

    public async Task RunAsync(TrialRun run, CancellationToken cancellationToken)
    {
        await using var world = await WritingWorld.OpenAsync(run.NewFolder());
        var rounds = new StopRounds(world, FullReplies.Of(world.Model), run);
        for (var round = 1; round <= run.Count; round++)
        {
            await rounds.RunAsync(round);
            if (round % 50 == 0)
            {
                run.Progress($"{round} stops");
                world.Model.Forget();
            }
        }

        run.Tell("stops", $"{run.Count:#,0}: {rounds.Stopped:#,0} stopped, {rounds.TooLate:#,0} too late");
        run.Within("connection closed at the server, worst, ms", rounds.Closed.DefaultIfEmpty().Max(), 1_000);
        run.Tell("connection closed at the server, median", $"{rounds.Closed.Order().ElementAtOrDefault(rounds.Closed.Count / 2):0.0} ms of {rounds.Closed.Count:#,0} that were open");
        run.AtMost("stories changed or halves stored", rounds.Changed, 0);
        run.AtMost("words lost that had been shown", rounds.Lost, 0);
    }

    /// <summary>The rounds, one after another on one story.</summary>
    private sealed class StopRounds(WritingWorld world, FullReplies replies, TrialRun trial)
    {
        public int Stopped { get; private set; }

        public int TooLate { get; private set; }

        public int Changed { get; private set; }

        public int Lost { get; private set; }

        /// <summary>Milliseconds from the stop to the moment at which the server saw its connection closed.</summary>
        public List<double> Closed { get; } = [];

        public async Task RunAsync(int round)
        {
            var chance = trial.ChanceOf(round);
            var moment = StopMoment.All[round % StopMoment.All.Count];
            await world.SettleAsync();
            // A plan of its own each time: the vector of one that was followed before would not be asked for again.
            var request = await world.NextAsync() with { Plan = new Plan($"Mara counts the lamps of pier {round}.", PlanSource.Own) };
            var before = await StoryDigest.OfAsync(world);
            replies.Clear();
            var reached = moment.Prepare(world, chance);
            var run = await world.StartAsync(request);
            await reached(run);
            var open = world.Model.Requests is [.., var last] ? last : null;
            var stopping = Stopwatch.GetTimestamp();
            var result = run.StopAsync();
            await MeasureAsync(round, moment, open, stopping);
            await JudgeAsync(round, moment, run, await result, before);
            world.Model.Unscript();
        }

        private async Task MeasureAsync(int round, StopMoment moment, RecordedRequest? open, long stopping)
        {
            if (open is null)
            {
                return;
            }

            var ended = await Task.WhenAny(open.ClientLeft, open.Answered, Task.Delay(Patience));
            if (ended == open.ClientLeft)
            {
                Closed.Add(Stopwatch.GetElapsedTime(stopping).TotalMilliseconds);
            }
            else if (ended != open.Answered)
            {
                trial.Broken(round, $"{moment.Name}: the connection stayed open");
                Closed.Add(Patience.TotalMilliseconds);
            }
        }

        private async Task JudgeAsync(int round, StopMoment moment, StoryRun run, RunResult result, string before)
        {
            if (result.State == RunState.Done)
            {
                TooLate++;
                Changed += Told(round, moment, replies.FaultOf(result.Steps[^1]));
                return;
            }

            Stopped++;
            var shown = await ShownAsync(run);
            var leftover = (await world.ReadAsync()).Leftover;
            var offered = leftover?.Id == run.Id ? leftover.Prose : "";
            Changed += Told(round, moment, result.State == RunState.Stopped ? null : $"it ended {result.State} {result.Failure}");
            Changed += Told(round, moment, await StoryDigest.OfAsync(world) == before ? null : "the story has changed");
            Lost += Told(round, moment, offered.Length >= shown.TrimEnd().Length && (offered.Length == 0 || replies.IsBeginning(offered)) ? null : $"{shown.Length} letters were shown, {offered.Length} are offered");
        }

        private int Told(int round, StopMoment moment, string? fault)
        {
            if (fault is not null)
            {
                trial.Broken(round, $"{moment.Name}: {fault}");
            }

            return fault is null ? 0 : 1;
        }

        private static async Task<string> ShownAsync(StoryRun run)
        {
            var pieces = new List<string>();
            await foreach (var stepEvent in run.WatchAsync())
            {
                if (stepEvent is StepEvent.ParagraphText text)
                {
                    pieces.Add(text.Piece);
                }
            }

            return string.Concat(pieces);
        }
    }
}
