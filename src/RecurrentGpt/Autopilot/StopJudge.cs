using RecurrentGpt.Authors;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Autopilot;

/// <summary>
/// Sees to it that the stop condition is judged of each paragraph that autopilot writes: in the choice that follows it, or by a request of its own. So it costs at most one
/// request a step, and the last paragraph of a run, which no choice follows, is judged only by a request of its own.
/// </summary>
internal sealed class StopJudge(UnattendedRun unattended, RunCarrier carrier)
{
    private Guid? _begunAt;

    private string Condition => unattended.Order.StopCondition;

    /// <summary>Takes where the story stands when the run begins or is resumed, and judges a paragraph that the end of the program may have kept from being judged.</summary>
    internal async Task<Halt?> BeginAsync(Step head)
    {
        if (_begunAt is not null)
        {
            return null;
        }

        _begunAt = head.Id;
        return unattended.Held is { State: AutopilotState.Interrupted } && unattended.IsOwn(head) ? await JudgeAsync(head) : null;
    }

    /// <summary>The condition to be judged of the head in the choice that follows it; empty for none.</summary>
    internal string Riding(Step head) => unattended.Order.NeedsJudge || !unattended.IsOwn(head) || IsAnswered(head) ? "" : Condition;

    /// <summary>Judges a paragraph by a request of its own, if the order needs one.</summary>
    internal async Task<Halt?> JudgeAsync(Step step)
    {
        // Who wants it to stop after this step is asked nothing more.
        if (!unattended.Order.NeedsJudge || unattended.Asked == Halt.Stopped)
        {
            return null;
        }

        var request = new RunRequest(step.StoryId, RunKind.Judgement) { ParentId = step.Id, Text = Condition };
        if (!(await carrier.CarryAsync(request)).Is(out var judged, out var halt))
        {
            return halt;
        }

        await carrier.CountAsync();
        return Read(judged.Proposal, step);
    }

    /// <summary>Null when the condition has not come to pass.</summary>
    internal static Halt? Read(IReadOnlyDictionary<Section, string> proposal, Step step) => StopVerdict.Read(proposal, step.Paragraph) is { IsMet: true } verdict
        ? Halt.Blown(new BlownFuse(FuseKind.StopCondition) { Passage = verdict.Passage })
        : null;

    // The person has seen where it stopped, and wants it to go on.
    private bool IsAnswered(Step head) =>
        head.Id == _begunAt && unattended.Held is { Fuse.Kind: FuseKind.StopCondition } held && held.Order.StopCondition == Condition;
}
