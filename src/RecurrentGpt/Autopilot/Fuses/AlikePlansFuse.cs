using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Autopilot.Fuses;

/// <summary>Blows when the plans no longer differ: two of them on two steps in a row, although the model was asked for another one each time, or all of them at once.</summary>
internal sealed class AlikePlansFuse
{
    private const int MostInARow = 2;

    private int _inARow;

    /// <summary>Takes a step as it was written; null when its plans leave something to choose.</summary>
    internal BlownFuse? Judge(RunResult written)
    {
        _inARow = written.Notices.Contains(StepNotice.PlansAlike) ? _inARow + 1 : 0;
        return _inARow >= MostInARow || AreAllAlike(written.Steps[^1]) ? new BlownFuse(FuseKind.AlikePlans) : null;
    }

    private static bool AreAllAlike(Step step)
    {
        var limit = step.Turn is null ? PlanLikeness.TooClose : PlanLikeness.TooCloseOfActions;
        string[] texts = [.. step.Plans.Select(plan => plan.Text).Where(text => !string.IsNullOrWhiteSpace(text))];
        return texts.Length > 1 && texts.Index().All(one => texts.Skip(one.Index + 1).All(other => PlanLikeness.Of(one.Item, other) >= limit));
    }
}
