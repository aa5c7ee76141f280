using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>What a run is to be asked for, by what lies on the desk; null when there is nothing to ask.</summary>
internal static class NextRun
{
    /// <summary>The opening; or, when the author brought one, memory and plans for it.</summary>
    public static RunRequest? OfOpening(DeskView view) => view switch
    {
        { Leftover.Request: { Kind: RunKind.OwnOpening } own } => own,
        { Draft: { Head: null, Story.Id: var id } } => new RunRequest(id, RunKind.Opening),
        _ => null,
    };

    /// <summary>The next paragraph by an offered plan, exactly as it stands on the screen.</summary>
    public static RunRequest? OfPlan(DeskView view, int index) => view is { Draft.Head: { } head, Edits: { } edits } ? Step(head.StoryId, head.Id, edits.PlanAt(index)) : null;

    /// <summary>The next paragraph by the author's own plan.</summary>
    public static RunRequest? OfOwnPlan(DeskView view) =>
        view is { Draft.Head: { } head, Edits.OwnPlan.Text: var text } && !string.IsNullOrWhiteSpace(text)
            ? Step(head.StoryId, head.Id, new Plan(text, PlanSource.Own))
            : null;

    /// <summary>The head once more by its own plan, beside the one that is there.</summary>
    public static RunRequest? OfHeadAgain(DeskView view) =>
        view.Draft?.Head is { Plan.Source: not PlanSource.Opening } head ? Step(head.StoryId, head.ParentId, head.Plan) : null;

    public static RunRequest? OfNewPlans(DeskView view) =>
        view.Draft?.Head is { } head ? new RunRequest(head.StoryId, RunKind.NewPlans) { ParentId = head.Id } : null;

    /// <summary>Memory and plans for prose that a run left behind, which becomes the next paragraph.</summary>
    public static RunRequest? OfLeftover(DeskView view) => view.Leftover is { Partial.Length: > 0, Request: { Plan: not null } request } leftover
        ? request with { Kind = RunKind.Keep, Text = leftover.Partial }
        : null;

    private static RunRequest Step(Guid storyId, Guid? parentId, Plan plan) => new(storyId, RunKind.Step) { ParentId = parentId, Plan = plan };
}
