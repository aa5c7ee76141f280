using RecurrentGpt.Lookahead;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Lookahead;

/// <summary>A plan of the desk that is to be written ahead.</summary>
/// <param name="Index">Which of the offered plans, from 0.</param>
/// <param name="Request">The run that picking it would ask for now.</param>
internal sealed record AheadWish(int Index, RunRequest Request)
{
    /// <summary>
    /// What is to be written ahead, by the story's settings. Nothing is begun for a desk that is being written, or whose boxes are not stored: the step would be stale
    /// before it is written.
    /// </summary>
    /// <param name="near">The plan under the cursor, from 0; null for none.</param>
    public static IReadOnlyList<AheadWish> Of(DeskView view, int? near) => view is { CanWrite: true, Edits: { IsSaved: true } edits, Draft.Story.Settings.Lookahead: var reach }
        ? [.. Enumerable.Range(0, edits.Plans.Count).Where(index => IsWanted(reach, index, near)).Select(index => Of(view, index)).OfType<AheadWish>()]
        : [];

    /// <summary>The plan as it stands on the screen; null when there is nothing to follow in its box.</summary>
    public static AheadWish? Of(DeskView view, int index) => NextRun.OfPlan(view, index) is { Plan.Text: var plan } request && !string.IsNullOrWhiteSpace(plan) ? new AheadWish(index, request) : null;

    /// <summary>Whether a step was written from the boxes as they stand on the screen, stored or not; all else is looked at in the store.</summary>
    public bool IsMetBy(AheadStep step, StorySettings settings) =>
        step.Request.ParentId == Request.ParentId
        && step.Request.Plan?.Text == Request.Plan?.Text
        && step.Request.Held?.ShortTermMemory == Request.Held?.ShortTermMemory
        && step.Request.Held?.LastParagraph == Request.Held?.LastParagraph
        && settings.LetsNewCharacterIn(step.Request.Toss ?? 1) == settings.LetsNewCharacterIn(Request.Toss ?? 1);

    private static bool IsWanted(LookaheadReach reach, int index, int? near) => reach switch
    {
        LookaheadReach.All => true,
        LookaheadReach.UnderCursor => index == near,
        _ => false,
    };
}
