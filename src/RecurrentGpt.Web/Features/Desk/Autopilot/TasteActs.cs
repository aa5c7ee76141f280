using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>What the author says of choices at one desk.</summary>
/// <param name="SetAsync">Says which plan of a paragraph the author would have taken, as <see cref="TasteStore"/> takes it.</param>
internal sealed record TasteActs(Func<DraftParagraph, int?, Task<TasteResult>> SetAsync)
{
    // Where something writes, the desk is shown anew by it; where nothing does, that is to be asked for.
    public static TasteActs At(WritingSession session, TasteStore store) => new(async (paragraph, preferred) =>
    {
        var result = await store.SetAsync(paragraph.StepId, paragraph.PreferredPlan, preferred);
        await session.ChangeAsync(_ => Task.FromResult<DeskOutcome?>(null));
        return result;
    });
}
