using Microsoft.Extensions.Localization;
using RecurrentGpt.Play;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>What the next turn is to be asked for; null when it is not the reader's to take.</summary>
internal sealed class PlayRuns(IStringLocalizer<PlayText> text)
{
    /// <summary>The turn in which the reader does what they were offered, as it stands.</summary>
    public static RunRequest? OfChoice(DeskView view, PlayChoice choice) =>
        view is { Draft.Head.Id: var headId, Edits: { } edits } && headId == choice.StepId ? Act(view, edits.PlanAt(choice.Number - 1)) : null;

    /// <summary>The turn in which they do what they typed.</summary>
    public static RunRequest? OfAction(DeskView view) =>
        view.Edits?.OwnPlan.Text is { } typed && !string.IsNullOrWhiteSpace(typed) ? Act(view, new Plan(typed, PlanSource.Own)) : null;

    /// <summary>An ending before its time.</summary>
    public RunRequest? OfEnding(DeskView view) => Act(view, OfArc("EndingPlan"), ends: true);

    public RunRequest? OfEpilogue(DeskView view) =>
        Arc.Epilogue(view.Draft?.Head?.Turn) is { } turn ? NextRun.OfTurn(view, OfArc("EpiloguePlan"), turn) : null;

    /// <summary>The reader enters the story where it stands, or comes back into it after its end.</summary>
    public RunRequest? OfEntry(DeskView view, PlaySettings play) =>
        NextRun.OfTurn(view, OfArc(view.Draft?.Head?.Turn is null ? "EntryPlan" : "PlayOnPlan"), Arc.Entry(play));

    private static RunRequest? Act(DeskView view, Plan plan, bool ends = false) =>
        view.Draft is { } draft && PlayScene.OffersActions(draft) && Arc.Next(draft.Head?.Turn, draft.Story.Settings.Play, ends) is { } turn
            ? NextRun.OfTurn(view, plan, turn)
            : null;

    private Plan OfArc(string key) => new(text[key], PlanSource.Arc);
}
