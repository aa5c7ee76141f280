using System.Globalization;
using Microsoft.Extensions.Localization;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>Says in one line what is happening at the desk, or what has happened last.</summary>
internal sealed class DeskStatus(IStringLocalizer<DeskText> text, FailureText failures)
{
    /// <summary>The line for the live region; empty when there is nothing to say.</summary>
    public string Of(DeskView view) => view switch
    {
        { State: DeskState.Loading } => Say("Loading"),
        // Once a paragraph, and not with each phase: a screen reader would never fall silent.
        { IsUnattended: true, Autopilot.Record: var run, Live: not { Phase: LivePhase.AwaitingRetry or LivePhase.AwaitingRoom } } => Say("Unattended", run.Spent.Steps, run.Order.Steps),
        { Live: { } live } => Of(live, view.Draft),
        { Outcome: { } outcome } => Of(outcome, view.Draft),
        { Draft.Leftover.State: RunState.Interrupted } => Say("OutcomeInterrupted"),
        _ => "",
    };

    /// <summary>What is being written: "paragraph 4", "the opening".</summary>
    public string Subject(LiveStep live, Draft? draft) => live.Request.Kind switch
    {
        RunKind.Opening => Say("SubjectOpening"),
        RunKind.OwnOpening => Say("SubjectOwnOpening"),
        RunKind.NewPlans => Say("SubjectNewPlans"),
        _ => Say("SubjectParagraph", NumberOf(live.Request, draft)),
    };

    /// <summary>The number that the paragraph of a run will have.</summary>
    public static int NumberOf(RunRequest request, Draft? draft)
    {
        var before = draft?.Paragraphs.FirstOrDefault(paragraph => paragraph.StepId == request.ParentId)?.Number ?? draft?.Head?.Number;
        return (before ?? 0) + 1;
    }

    private string Of(LiveStep live, Draft? draft) => live.Phase switch
    {
        LivePhase.AwaitingRetry when live.Retry is { } retry => Say("PhaseAwaitingRetry", failures.Of(retry.Because), retry.Attempt),
        LivePhase.AwaitingRoom when live.Retry is { } retry => Say("PhaseAwaitingRoom", failures.Of(retry.Because)),
        _ when live.Request.IsAside => Say($"Phase{live.Request.Kind}", NumberOf(live.Request, draft) - 1),
        LivePhase.Writing => Say("PhaseWriting", Subject(live, draft)),
        _ => Say($"Phase{live.Phase}"),
    };

    private string Of(DeskOutcome outcome, Draft? draft) =>
        outcome.Notices.Aggregate(Said(outcome, draft), (said, notice) => Say("Together", said, Say($"Notice{notice}")));

    private string Said(DeskOutcome outcome, Draft? draft) => outcome switch
    {
        { Kind: OutcomeKind.Failed, Failure: { } failure } => failures.Of(failure),
        { Kind: OutcomeKind.Stopped } when draft?.Leftover is not { Partial.Length: > 0 } => Say("OutcomeStoppedEarly"),
        { Kind: OutcomeKind.ParagraphWritten or OutcomeKind.KeptByHand or OutcomeKind.Moved } => Say($"Outcome{outcome.Kind}", (draft?.Head?.Number ?? 0).ToString(CultureInfo.CurrentCulture)),
        _ => Say($"Outcome{outcome.Kind}"),
    };

    private string Say(string key, params object[] values) => text[key, values].Value;
}
