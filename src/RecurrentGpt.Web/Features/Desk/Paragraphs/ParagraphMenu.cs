using Microsoft.Extensions.Localization;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Played;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>What can be done with a paragraph besides editing it.</summary>
internal sealed class ParagraphMenu(IStringLocalizer<DeskText> text, IStringLocalizer<PlayedText> played)
{
    private static readonly ParagraphAction[] All = Enum.GetValues<ParagraphAction>();

    /// <summary>The lines of the menu of one paragraph.</summary>
    public IReadOnlyList<DeskMenuItem> Items(DraftParagraph paragraph, DeskView view, Func<ParagraphChoice, Task> onChosen) =>
    [
        .. All.Where(action => IsOffered(action, paragraph, view)).Select(action => new DeskMenuItem(NameOf(action))
        {
            Title = TitleOf(action),
            IsDisabled = !view.CanWrite && action != ParagraphAction.AsItWas,
            OnChosen = () => onChosen(new ParagraphChoice(action, paragraph)),
        }),
    ];

    private static bool IsOffered(ParagraphAction action, DraftParagraph paragraph, DeskView view)
    {
        var isHead = view.Draft?.Head?.Id == paragraph.StepId;
        return action switch
        {
            ParagraphAction.BranchFromHere => !isHead && CanBeStoodOn(paragraph, view),
            ParagraphAction.PlayFromHere => CanBeStoodOn(paragraph, view),
            ParagraphAction.EarlierVersion or ParagraphAction.LaterVersion => false,
            ParagraphAction.Lock => !paragraph.IsLocked,
            ParagraphAction.Unlock => paragraph.IsLocked,
            ParagraphAction.EarlierTexts => paragraph.IsEdited || paragraph.Version > 0,
            ParagraphAction.ReadAgain => paragraph.IsSummaryOutdated,
            ParagraphAction.StillFits => paragraph.WrittenAgainst.Count > 0,
            ParagraphAction.Rewrite => !paragraph.IsLocked && view.Draft?.RewritingOf(paragraph)?.Proposed is null,
            ParagraphAction.Coverage => (!isHead || paragraph.Turn is not null) && paragraph.Plan is { Text.Length: > 0, Source: not PlanSource.Arc },
            ParagraphAction.AskCoverage or ParagraphAction.GoToFollowed => false,
            ParagraphAction.NotMyTaste => IsOwnChoice(paragraph) && paragraph.PreferredPlan != 0,
            ParagraphAction.MyTaste => IsOwnChoice(paragraph) && paragraph.PreferredPlan == 0,
            _ => true,
        };
    }

    // Taste is learned at the desk alone.
    private static bool IsOwnChoice(DraftParagraph paragraph) =>
        paragraph.Turn is null && paragraph.Plan.Source is PlanSource.Picked or PlanSource.Edited or PlanSource.Own;

    // Memory and plans of an opening belong to its last paragraph.
    private static bool CanBeStoodOn(DraftParagraph paragraph, DeskView view) =>
        view.Draft?.Paragraphs.FirstOrDefault(next => next.Number == paragraph.Number + 1)?.Plan.Source != PlanSource.Opening;

    private string NameOf(ParagraphAction action) => action == ParagraphAction.PlayFromHere ? played["FromHere"] : text[$"Paragraph{action}"];

    private string TitleOf(ParagraphAction action) => action == ParagraphAction.PlayFromHere ? played["FromHereTitle"] : text[$"Paragraph{action}Title"];
}
