using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>All that a person can see of a stored story, a line each: the desk as it is read for a person, and of the tree what the rows say.</summary>
internal static class StoredSight
{
    public static async Task<IReadOnlyList<string>> ReadAsync(TreeDesk desk, Guid storyId, Func<Guid?, string> name)
    {
        var draft = await desk.Database.Drafts.ReadAsync(storyId) ?? throw new InvalidOperationException("The story is gone.");
        var entries = await desk.Database.Store.ReadEntriesAsync(storyId, CancellationToken.None);
        var tree = await desk.Trees.ReadAsync(storyId) ?? throw new InvalidOperationException("The story is gone.");
        await using var db = desk.Database.Read();
        var steps = await db.Steps.Where(step => step.StoryId == storyId).OrderBy(step => step.WrittenAt).ThenBy(step => step.Number)
            .Select(step => new StoredStep(step.Id, step.ParentId, step.NextStepId, step.PathWords)).ToListAsync();

        return
        [
            .. Desk(draft, steps, name),
            .. steps.Select(step => Step(step, tree, name)),
            .. await RevisionsAsync(db, storyId, [.. steps.Select(step => step.Id)], name),
            .. await PlanSetsAsync(db, storyId, [.. steps.Select(step => step.Id)], name),
            .. entries.OrderBy(entry => steps.FindIndex(step => step.Id == entry.StepId))
                .Select(entry => SightLine.Entry(name(entry.StepId), entry.Text, entry.Written, (entry.Pinned, entry.Banned, entry.IsOutdated))),
        ];
    }

    private static IEnumerable<string> Desk(Draft draft, List<StoredStep> steps, Func<Guid?, string> name)
    {
        var head = draft.Head!;
        var stored = steps.Find(step => step.Id == head.Id)!;
        var redo = draft.CanRedo ? name(stored.NextId) : "nowhere";
        return
        [
            SightLine.Head(name(head.Id), stored.PathWords, draft.CanUndo, redo),
            .. draft.Paragraphs.Select(step => SightLine.Paragraph(name(step.StepId), step.Number, step.Text, step.IsEdited, (step.Plan.Source.ToString(), step.Plan.Text))),
            .. draft.Paragraphs.Select(step => SightLine.Marks(name(step.StepId), step.Chapter, step.Note, step.IsLocked)),
            SightLine.Memory(head.ShortTermMemory, head.LockedSentences, head.OwnPlan),
            SightLine.Plans("offered", head.Plans.Select(plan => (plan.Number, plan.Text, plan.Written, plan.IsLocked))),
        ];
    }

    // Nobody can stand inside an opening, so nobody sees where redo would lead from there.
    private static string Step(StoredStep step, StoryTree tree, Func<Guid?, string> name)
    {
        var node = tree.Find(step.Id)!;
        var redo = tree.CanStandOn(node) ? name(step.NextId) : name(null);
        return SightLine.Step(name(step.Id), name(step.ParentId), redo, [.. tree.ChildrenOf(step.Id).Select(child => name(child.Id))], node.BranchName);
    }

    private static async Task<IEnumerable<string>> RevisionsAsync(WritingDb db, Guid storyId, List<Guid> ids, Func<Guid?, string> name)
    {
        var revisions = await (
            from step in db.Steps
            join revision in db.Revisions on step.Id equals revision.StepId
            where step.StoryId == storyId
            select revision).ToListAsync();

        return revisions.OrderBy(revision => ids.IndexOf(revision.StepId)).ThenBy(revision => revision.Version)
            .Select(revision => SightLine.Revision(name(revision.StepId), revision.Version, revision.Text));
    }

    private static async Task<IEnumerable<string>> PlanSetsAsync(WritingDb db, Guid storyId, List<Guid> ids, Func<Guid?, string> name)
    {
        var plans = await (
            from step in db.Steps
            join plan in db.Plans on step.Id equals plan.StepId
            where step.StoryId == storyId
            select plan).ToListAsync();

        return plans.GroupBy(plan => (plan.StepId, plan.Set)).OrderBy(set => ids.IndexOf(set.Key.StepId)).ThenBy(set => set.Key.Set)
            .Select(set => SightLine.Plans($"set {set.Key.Set} of {name(set.Key.StepId)}", set.OrderBy(plan => plan.Number).Select(plan => (plan.Number, plan.Text, plan.Written, plan.Locked))));
    }

    private sealed record StoredStep(Guid Id, Guid? ParentId, Guid? NextId, int PathWords);
}
