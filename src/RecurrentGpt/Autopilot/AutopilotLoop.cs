using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot.Fuses;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Autopilot;

/// <summary>
/// The loop of an unattended run. Each step is a run like any other, committed by itself; the loop keeps nothing that is not stored, so that it goes on
/// from wherever the story stands when it is resumed.
/// </summary>
internal sealed class AutopilotLoop(UnattendedRun unattended, RunCarrier carrier, IStoryStore stories, IAutopilotStore autopilots)
{
    private readonly PlanChoosing _choosing = new(unattended, carrier, stories);
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

            if (await HeadAsync() is not { } head)
            {
                return Halt.Stopped;
            }

            if (!(await _choosing.ChooseAsync(head)).Is(out var choice, out var halt)
                || !(await WriteAsync(head, choice)).Is(out var written, out halt))
            {
                return halt;
            }

            await KeepAsync();
            if (FuseBlown(written) is { } fuse)
            {
                return Halt.Blown(fuse);
            }
        }

        return Halt.Done;
    }

    private Halt? CapBlown() => SpendingCaps.Judge(unattended.Record) is { } cap ? Halt.Blown(cap) : null;

    // Null when the story is off the shelf.
    private async Task<Step?> HeadAsync() =>
        await stories.FindStoryAsync(unattended.Record.StoryId, unattended.Halting) is { HeadId: { } headId }
            ? await stories.FindStepAsync(headId, unattended.Halting)
            : null;

    private async Task<Attempt<RunResult>> WriteAsync(Step head, PlanChoice choice)
    {
        // The person may have gone elsewhere while a plan was chosen; what they do counts.
        if (await HeadAsync() is not { } now || now.Id != head.Id)
        {
            return Halt.Paused;
        }

        return await carrier.CarryAsync(new RunRequest(head.StoryId, RunKind.Step) { ParentId = head.Id, Plan = choice.Plan, Choice = choice });
    }

    // How long it has worked is kept with each step, since nobody can say it after the program was killed.
    private async Task KeepAsync()
    {
        await carrier.CountAsync();
        await autopilots.SaveAsync(unattended.Record, CancellationToken.None);
    }

    private BlownFuse? FuseBlown(RunResult written) =>
        unattended.Order.StopsAtAlikePlans && unattended.StepsLeft > 0 ? _alikePlans.Judge(written) : null;
}
