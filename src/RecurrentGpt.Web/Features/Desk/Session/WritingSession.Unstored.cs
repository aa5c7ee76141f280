using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <content>What the desk shows while the disk does not do what a disk should.</content>
public sealed partial class WritingSession
{
    private IDisposable? _settled;

    private static DeskOutcome OutcomeOf(Exception exception) =>
        DeskOutcome.OfFailure((exception as FailureException)?.Failure ?? new StepFailure(FailureKind.Unexpected));

    // A page that cannot be read says so and offers to try again.
    private async Task<bool> IsReadAsync()
    {
        try
        {
            await ReloadAsync(null);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e, _storyId);
            Set(_ => new DeskView { State = DeskState.NotRead, Outcome = OutcomeOf(e) });
            return false;
        }
    }

    // What a run left behind is offered also while it is kept here only.
    private Draft? WithUnstored(Draft? draft) =>
        draft is not null && runner.FindUnstored(draft.Story.Id) is { Request.IsAside: false } unstored && unstored.Request.ParentId == draft.Head?.Id
            ? draft with { Leftover = unstored }
            : draft;

    private StepEdits NewEdits(Step head)
    {
        StepEdits? edits = null;
        return edits = new StepEdits(head, drafts, clock, () => Tell(head.StoryId, edits), logger);
    }

    // A key may still have been on its way to a box as its step was left, however many others autopilot has left since.
    private void Tell(Guid storyId, StepEdits? edits) =>
        Set(view => view.Edits != edits && view.Draft?.Story.Id == storyId ? WithLeft(view, edits) : view);

    // The story goes on, and what was typed at the step before stays with its author. The boxes go on saving by themselves.
    private static DeskView WithLeft(DeskView view, StepEdits? left) => left is null ? view : view with
    {
        Unsaved = [.. view.Unsaved.Concat(left.Boxes).Where(text => text.Box.State != SaveState.Saved).DistinctBy(text => text.Box)],
    };

    // Nothing waits for the task: it shows its own failures.
    private void ShowSettled(Guid storyId)
    {
        if (storyId == _storyId)
        {
            _ = ShowSettledAsync();
        }
    }

    private async Task ShowSettledAsync()
    {
        try
        {
            await ReloadAsync(new DeskOutcome(OutcomeKind.StoredAfterAll));
        }
        catch (OperationCanceledException)
        {
            // The desk was left meanwhile.
        }
        catch (Exception e)
        {
            LogFailed(e, _storyId);
        }
    }
}
