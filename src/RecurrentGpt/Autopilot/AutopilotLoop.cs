using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot.Fuses;
using RecurrentGpt.Play;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Autopilot;

/// <summary>
/// The loop of an unattended run. Each step is a run like any other, committed by itself; the loop keeps nothing that is not stored, so that it goes on
/// from wherever the story stands when it is resumed.
/// </summary>
internal sealed class AutopilotLoop(UnattendedRun unattended, RunCarrier carrier, StopJudge judge, RepetitionFuse repetition, IStoryStore stories, IAutopilotStore autopilots)
{
    private readonly PlanChoosing _choosing = new(unattended, carrier, judge, stories);
    private readonly AlikePlansFuse _alikePlans = new();

    /// <summary>Writes step after step until all are written or something halts it.</summary>
    internal async Task<Halt> FlyAsync()
    {
        await carrier.CountAsync();
        while (unattended.StepsLeft > 0)
        {
            if ((unattended.Asked ?? CapBlown()) is { } due)
            {
                return due;
            }

            if (await HeadAsync() is not var (story, head))
            {
                return Halt.Stopped;
            }

            // A story that is played goes to its ending and no further: what comes after is its reader's to begin.
            var isPlayed = story.Card.Kind == StoryKind.InteractiveFiction;
            var turn = isPlayed ? Arc.Next(head.Turn, story.Settings.Play) : null;
            if (isPlayed && turn is null)
            {
                return Halt.Done;
            }

            if (await judge.BeginAsync(head) is { } met)
            {
                return met;
            }

            if (!(await _choosing.ChooseAsync(head)).Is(out var choice, out var halt)
                || !(await WriteAsync(head, choice, turn)).Is(out var written, out halt))
            {
                return halt;
            }

            await KeepAsync();
            if (await FuseBlownAsync(written) is { } blown)
            {
                return blown;
            }
        }

        return Halt.Done;
    }

    private Halt? CapBlown() => SpendingCaps.Judge(unattended.Record) is { } cap ? Halt.Blown(cap) : null;

    // Null when the story is off the shelf.
    private async Task<Standing?> HeadAsync() =>
        await stories.FindStoryAsync(unattended.Record.StoryId, unattended.Halting) is { HeadId: { } headId } story && await stories.FindStepAsync(headId, unattended.Halting) is { } head
            ? new Standing(story, head)
            : null;

    private async Task<Attempt<RunResult>> WriteAsync(Step head, PlanChoice choice, PlayTurn? turn)
    {
        // The person may have gone elsewhere while a plan was chosen; what they do counts.
        if (await HeadAsync() is not { } now || now.Head.Id != head.Id)
        {
            return Halt.Paused;
        }

        return await carrier.CarryAsync(new RunRequest(head.StoryId, RunKind.Step) { ParentId = head.Id, Plan = choice.Plan, Choice = choice, Turn = turn });
    }

    // How long it has worked is kept with each step, since nobody can say it after the program was killed.
    private async Task KeepAsync()
    {
        await carrier.CountAsync();
        await autopilots.SaveAsync(unattended.Record, CancellationToken.None);
    }

    // The paragraph is judged also when it was the last one, its plans only when one of them is to be followed.
    private async Task<Halt?> FuseBlownAsync(RunResult written)
    {
        var step = written.Steps[^1];
        if (await judge.JudgeAsync(step) is { } met)
        {
            return met;
        }

        var order = unattended.Order;
        var fuse = (order.StopsAtRepetition ? await repetition.JudgeAsync(step, unattended.Halting) : null)
            ?? (order.StopsAtAlikePlans && unattended.StepsLeft > 0 ? _alikePlans.Judge(written) : null);
        return fuse is null ? null : Halt.Blown(fuse);
    }

    private sealed record Standing(Story Story, Step Head);
}
