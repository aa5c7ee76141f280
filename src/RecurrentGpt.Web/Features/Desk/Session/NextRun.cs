using RecurrentGpt.Play;
using RecurrentGpt.Prompts;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Roads;

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
    public static RunRequest? OfPlan(DeskView view, int index) => view is { Draft.Head: { } head, Edits: { } edits } ? NextStep(view, head, edits.PlanAt(index)) : null;

    /// <summary>The next paragraph by the author's own plan.</summary>
    public static RunRequest? OfOwnPlan(DeskView view) =>
        view is { Draft.Head: { } head, Edits.OwnPlan.Text: var text } && !string.IsNullOrWhiteSpace(text)
            ? NextStep(view, head, new Plan(text, PlanSource.Own))
            : null;

    /// <summary>The head once more by its own plan, beside the one that is there. No box holds what it is written from, and no toss was shown for it.</summary>
    public static RunRequest? OfHeadAgain(DeskView view) => view.Draft?.Head is { Plan.Source: not PlanSource.Opening } head
        ? new RunRequest(head.StoryId, RunKind.Step) { ParentId = head.ParentId, Plan = head.Plan, Turn = head.Turn }
        : null;

    /// <summary>The next paragraph of a step by a plan that was passed by. Boxes and toss are those of the head, and of no other step.</summary>
    public static RunRequest? OfRoad(DeskView view, Road road) => view.Draft switch
    {
        { Head: { } head } when head.Id == road.StepId => NextStep(view, head, road.ToPlan()),
        { Story.Id: var id } => new RunRequest(id, RunKind.Step) { ParentId = road.StepId, Plan = road.ToPlan() },
        null => null,
    };

    /// <summary>The next turn of a story that is played, by what its reader does.</summary>
    public static RunRequest? OfTurn(DeskView view, Plan plan, PlayTurn turn) => view.Draft?.Head is { } head ? NextStep(view, head, plan) with { Turn = turn } : null;

    /// <summary>What of its plan is in a paragraph of the draft.</summary>
    public static RunRequest? OfCoverage(DeskView view, Guid stepId) =>
        view.Draft is { Story.Id: var id } ? new RunRequest(id, RunKind.Coverage) { ParentId = stepId } : null;

    /// <summary>Other plans by the author's wish: one, by its number, or all that are not locked.</summary>
    public static RunRequest? OfNewPlans(DeskView view, int? number = null) =>
        view.Draft?.Head is { } head && PlansWanted.Of(head.Plans, number, "") is not null
            ? new RunRequest(head.StoryId, RunKind.NewPlans) { ParentId = head.Id, PlanNumber = number, Text = view.Wish.Text.Trim(), Held = Held(view, head, "") }
            : null;

    /// <summary>An edited paragraph read again, and what it changes in memory as the box holds it.</summary>
    public static RunRequest? OfReread(DeskView view, Guid stepId, string older) => view is { Draft.Head: { } head, Edits.Memory.Text: var memory }
        ? new RunRequest(head.StoryId, RunKind.Reread) { ParentId = stepId, HeadId = head.Id, Text = older, Held = new HeldTexts(memory, "", "") }
        : null;

    /// <summary>What is missing of memory and plans for prose that a run left behind, which becomes the next paragraph.</summary>
    public static RunRequest? OfLeftover(DeskView view) => Keep(view, RunKind.Keep);

    /// <summary>Prose that a run left behind as the next paragraph, with nothing asked for: what is missing is the author's to write.</summary>
    public static RunRequest? OfLeftoverByHand(DeskView view) => Keep(view, RunKind.KeepByHand);

    /// <summary>What the latest run was asked for, once more.</summary>
    public static RunRequest? OfLatest(DeskView view) => view.Leftover switch
    {
        { Request: { Kind: RunKind.NewPlans } request } when view.Draft?.Head is { } head && PlansWanted.Of(head.Plans, request.PlanNumber, "") is null => null,
        { Request.Kind: RunKind.Keep or RunKind.KeepByHand } leftover => Keep(view, leftover.Request.Kind),
        { Request: var request } => AsHeldNow(view, request),
        null => null,
    };

    private static RunRequest? Keep(DeskView view, RunKind kind) => view.Leftover is { Prose.Length: > 0, Request: { Plan: not null } request } leftover
        ? AsHeldNow(view, request with { Kind = kind, Text = leftover.Prose, Arrived = leftover.Arrived })
        : null;

    private static RunRequest NextStep(DeskView view, Step head, Plan plan) => new(head.StoryId, RunKind.Step)
    {
        ParentId = head.Id,
        Plan = plan,
        Toss = view.Toss,
        Held = Held(view, head, plan.Text),
    };

    // The boxes may hold other texts by now than when it was asked for first, and another toss may be shown; prose that is kept was written under its own.
    private static RunRequest AsHeldNow(DeskView view, RunRequest request) =>
        request.Held is not null && view.Draft?.Head is { } head && head.Id == request.ParentId
            ? request with { Held = Held(view, head, request.Plan?.Text ?? ""), Toss = request.Kind == RunKind.Step ? view.Toss : request.Toss }
            : request;

    private static HeldTexts? Held(DeskView view, Step head, string plan) => view is { Edits.Memory.Text: var memory, Draft.Paragraphs: var paragraphs }
        ? new HeldTexts(memory, plan, paragraphs.FirstOrDefault(paragraph => paragraph.StepId == head.Id)?.Text ?? head.Paragraph)
        : null;
}
