namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>All that a person can see of a plain story, a line each.</summary>
internal static class PlainSight
{
    public static IReadOnlyList<string> Of(PlainStory story)
    {
        var head = story.Head;
        return
        [
            SightLine.Head(head.Name, head.Path().Sum(step => Words(step.Paragraph.Text)), head is { IsOpening: false }, story.RedoFrom(head)?.Name ?? "nowhere"),
            .. head.Path().Select(Paragraph),
            .. head.Path().Select(step => SightLine.Marks(step.Name, step.Marks.Chapter, step.Marks.Note, step.Marks.IsLocked)),
            SightLine.Memory(head.Memory.Text, head.LockedSentences, head.OwnPlan.Text),
            SightLine.Plans("offered", head.Plans.Select(ToLine)),
            .. story.Steps.Select(step => SightLine.Step(step.Name, step.Parent?.Name ?? "nowhere", story.RedoFrom(step)?.Name ?? "nowhere", [.. story.ChildrenOf(step).Select(child => child.Name)], step.Marks.BranchName)),
            .. story.Steps.SelectMany(step => step.Revisions.Select(revision => SightLine.Revision(step.Name, revision.Version, revision.Text))),
            .. story.Steps.SelectMany(step => step.PlanSets.Select((set, index) => SightLine.Plans($"set {index + 1} of {step.Name}", set.Select(ToLine)))),
            .. story.Steps.Select(step => SightLine.Entry(step.Name, step.Entry.Text, step.Entry.Written, Marks(step.Entry))),
        ];
    }

    private static string Paragraph(PlainStep step) =>
        SightLine.Paragraph(step.Name, step.Number, step.Paragraph.Text, step.Revisions.Count > 0, (step.PlanSource, step.Plan));

    private static (int, string, string, bool) ToLine(PlainPlan plan) => (plan.Number, plan.Text, plan.Written, plan.IsLocked);

    private static (bool, bool, bool) Marks(PlainEntry entry) => (entry.IsPinned, entry.IsBanned, entry.IsOutdated);

    // Every text of these stories is words between single spaces.
    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
