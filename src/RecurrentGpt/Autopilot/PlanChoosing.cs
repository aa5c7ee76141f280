using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot.Fuses;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Autopilot;

/// <summary>Chooses the plan of each step of an unattended run: by a rule, or by asking the simulated author.</summary>
internal sealed class PlanChoosing(UnattendedRun unattended, RunCarrier carrier, StopJudge judge, IStoryStore stories)
{
    /// <summary>Chooses one of the head's plans; new ones are asked for once where it has none.</summary>
    internal async Task<Attempt<PlanChoice>> ChooseAsync(Step head)
    {
        if (!(await OfferedAsync(head)).Is(out var offered, out var halt))
        {
            return halt;
        }

        return unattended.Order.Author == AuthorKind.Simulated ? await AskAsync(offered) : ByRule(unattended.Order, Usable(offered), head.Number + 1);
    }

    // A paragraph that was kept from a failed run, or a desk that was left with empty plans, has nothing to choose from.
    private async Task<Attempt<Step>> OfferedAsync(Step head)
    {
        if (Usable(head).Count > 0)
        {
            return head;
        }

        var request = new RunRequest(head.StoryId, RunKind.NewPlans) { ParentId = head.Id };
        if (!(await carrier.CarryAsync(request)).Is(out _, out var halt))
        {
            return halt;
        }

        return await stories.FindStepAsync(head.Id, unattended.Halting) is { } anew && Usable(anew).Count > 0
            ? anew
            : Halt.Blown(ModelFuse.Of(new StepFailure(FailureKind.Incomplete)));
    }

    private async Task<Attempt<PlanChoice>> AskAsync(Step head)
    {
        var condition = judge.Riding(head);
        var request = new RunRequest(head.StoryId, RunKind.Choice) { ParentId = head.Id, Choosing = ToChoosing(head, condition) };
        if (!(await carrier.CarryAsync(request)).Is(out var chosen, out var halt))
        {
            return halt;
        }

        if (condition.Length > 0 && StopJudge.Read(chosen.Proposal, head) is { } met)
        {
            return met;
        }

        var picks = unattended.Order.UsesTaste ? await stories.ReadPicksAsync(head.Id, unattended.Halting) : [];
        return ChoiceReply.Read(chosen.Proposal, head, picks);
    }

    // Only a paragraph of this run is written out longer, and only once.
    private ChoiceOrder ToChoosing(Step head, string condition) => new()
    {
        MayRevise = unattended.Order.MayRevise,
        UsesTaste = unattended.Order.UsesTaste,
        Extends = unattended.Order.Extends && unattended.IsOwn(head) && head is { Version: 0, IsLocked: false },
        StopCondition = condition,
    };

    private static PlanChoice ByRule(AutopilotOrder order, IReadOnlyList<OfferedPlan> plans, int paragraph)
    {
        IPlanChooser author = order.Author == AuthorKind.Random ? new RandomPlan(order.Seed) : new FirstPlan();
        var chosen = author.Choose(plans, paragraph);
        return new PlanChoice(new Plan(chosen.Text, PlanSource.Autopilot), order.Author, chosen.Number) { Offered = chosen.Text };
    }

    private static List<OfferedPlan> Usable(Step head) => [.. head.Plans.Where(plan => !string.IsNullOrWhiteSpace(plan.Text))];
}
