using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>What can be looked at: a prompt that would go out next, or a run whose prompts did.</summary>
/// <param name="RunId">The run; empty for what has not been asked for yet.</param>
/// <param name="First">The number of the plan, or of the first paragraph that the run wrote or went on from; 0 for none.</param>
public sealed record SentChoice(SentKind Kind, Guid RunId, int First, int Last)
{
    public bool IsNext => Kind is SentKind.NextPlan or SentKind.NextOwnPlan or SentKind.NextNewPlans;

    /// <summary>Whether it is the same, or the same run by another name: what was written now is a paragraph when it has ended.</summary>
    public bool IsOf(SentChoice other) => this == other || (RunId == other.RunId && RunId != Guid.Empty);

    /// <summary>What would come next first, then the runs of the draft, the latest first.</summary>
    public static IReadOnlyList<SentChoice> Of(DeskView view, IReadOnlyList<OtherRun> others) => [.. NextOf(view), .. RunsOf(view, others)];

    private static IEnumerable<SentChoice> NextOf(DeskView view)
    {
        if (view is not { IsRunning: false, Edits: { } edits })
        {
            yield break;
        }

        for (var number = 1; number <= edits.Plans.Count; number++)
        {
            yield return Next(SentKind.NextPlan, number);
        }

        if (!string.IsNullOrWhiteSpace(edits.OwnPlan.Text))
        {
            yield return Next(SentKind.NextOwnPlan, 0);
        }

        // All that are not locked, and each of them alone.
        foreach (var number in new int?[] { null, 1, 2, 3 }.Where(number => (number ?? 0) <= edits.Plans.Count && NextRun.OfNewPlans(view, number) is not null))
        {
            yield return Next(SentKind.NextNewPlans, number ?? 0);
        }
    }

    private static List<SentChoice> RunsOf(DeskView view, IReadOnlyList<OtherRun> others)
    {
        var byParent = others.Where(run => run.RunId != view.Leftover?.Id && run.RunId != view.Live?.RunId).ToLookup(run => run.ParentId);
        var choices = byParent[null].Select(run => Other(run, 0)).ToList();
        foreach (var paragraph in view.Draft?.Paragraphs ?? [])
        {
            if (choices is [.., { Kind: SentKind.Paragraph } last] && last.RunId == paragraph.RunId)
            {
                choices[^1] = last with { Last = paragraph.Number };
            }
            else
            {
                choices.Add(new SentChoice(SentKind.Paragraph, paragraph.RunId, paragraph.Number, paragraph.Number));
            }

            choices.AddRange(byParent[paragraph.StepId].Select(run => Other(run, paragraph.Number)));
        }

        if (view.Leftover is { } leftover)
        {
            choices.Add(new SentChoice(SentKind.LastAttempt, leftover.Id, 0, 0));
        }

        if (view.Live is { } live)
        {
            choices.Add(new SentChoice(SentKind.Now, live.RunId, 0, 0));
        }

        choices.Reverse();
        return choices;
    }

    private static SentChoice Other(OtherRun run, int after) => new(KindOf(run.Kind), run.RunId, after, after);

    private static SentKind KindOf(RunKind kind) => kind switch
    {
        RunKind.NewPlans => SentKind.NewPlans,
        RunKind.Reread => SentKind.Reread,
        RunKind.Rewrite => SentKind.Rewrite,
        RunKind.Coverage => SentKind.Coverage,
        RunKind.Choice => SentKind.Choice,
        RunKind.Judgement => SentKind.Judgement,
        _ => SentKind.Attempt,
    };

    private static SentChoice Next(SentKind kind, int number) => new(kind, Guid.Empty, number, number);
}
