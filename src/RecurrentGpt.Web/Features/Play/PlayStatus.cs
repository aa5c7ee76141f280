using Microsoft.Extensions.Localization;
using RecurrentGpt.Play;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>Says to a reader in one line what is happening, or what has happened last.</summary>
internal sealed class PlayStatus(IStringLocalizer<PlayText> text, FailureText failures)
{
    /// <summary>The line for the live region; empty when there is nothing to say.</summary>
    public string Of(DeskView view) => view switch
    {
        { IsUnattended: true, Live: not { Phase: LivePhase.AwaitingRoom } } => Say("Unattended"),
        { Live: { } live } => Of(live),
        { Outcome: { } outcome } => Of(outcome, view),
        { Draft.Leftover.State: RunState.Interrupted } => Say("OutcomeInterrupted"),
        _ => "",
    };

    /// <summary>Whether the page itself shows what the line says, so that only who cannot see it needs to be told.</summary>
    public static bool IsSeen(DeskView view) => view is { Live: null, IsUnattended: false, Outcome.Kind: OutcomeKind.OpeningWritten or OutcomeKind.ParagraphWritten };

    // One line while the prose comes and one for what follows it: a screen reader would never fall silent otherwise.
    private string Of(LiveStep live) => live switch
    {
        { Phase: LivePhase.AwaitingRetry, Retry: { } retry } => Say("AwaitingRetry", failures.Of(retry.Because), retry.Attempt),
        { Phase: LivePhase.AwaitingRoom, Retry: { } retry } => Say("AwaitingRoom", failures.Of(retry.Because)),
        { Request: { IsAside: true } or { Kind: RunKind.NewPlans } } => Say("DeskIsBusy"),
        { Phase: LivePhase.Preparing or LivePhase.Recalling or LivePhase.AwaitingFirstWord or LivePhase.LeavingOut or LivePhase.Writing } => Writing(live.Request),
        { Request.Turn.IsEnd: true } => Say("Closing"),
        _ => Say("Offering"),
    };

    private string Of(DeskOutcome outcome, DeskView view) => outcome switch
    {
        { Kind: OutcomeKind.Failed, Failure: { } failure } => failures.Of(failure),
        { Kind: OutcomeKind.Stopped } when view.Draft?.Leftover is not { Partial.Length: > 0 } => Say("OutcomeStoppedEarly"),
        { Kind: OutcomeKind.ParagraphWritten or OutcomeKind.KeptByHand } => Written(view.Draft?.Head?.Turn),
        { Kind: OutcomeKind.Undone or OutcomeKind.Redone or OutcomeKind.Moved or OutcomeKind.Stopped or OutcomeKind.Interrupted or OutcomeKind.Dropped or OutcomeKind.NotSaved or OutcomeKind.OpeningWritten } =>
            Say($"Outcome{outcome.Kind}"),
        _ => "",
    };

    private string Written(PlayTurn? turn) => turn switch
    {
        { Kind: TurnKind.Action, Number: var number } => Say("WrittenAction", number),
        { Kind: var kind } => Say($"Written{kind}"),
        null => Say("WrittenAtTheDesk"),
    };

    private string Writing(RunRequest request) => request switch
    {
        { Turn.Kind: var kind } => Say($"Writing{kind}"),
        { Kind: RunKind.Opening or RunKind.OwnOpening } => Say("WritingOpening"),
        _ => Say("WritingAction"),
    };

    private string Say(string key, params object[] values) => text[key, values].Value;
}
