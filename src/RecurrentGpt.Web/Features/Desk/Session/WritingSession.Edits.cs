using System.Collections.Concurrent;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <content>Edits of paragraphs, and reading them again afterwards.</content>
public sealed partial class WritingSession
{
    // Paragraphs that were saved while another one was read again; each save adds one at most.
    private readonly ConcurrentQueue<Guid> _toReread = new();

    /// <summary>
    /// Changes a paragraph in place, also while another one is read again. When the words have changed and the story's settings say so, it is read again itself;
    /// that is a run of its own, and the edit stands however it ends.
    /// </summary>
    /// <returns>Null when it could not be saved now; the outcome says why.</returns>
    public async Task<SaveResult?> SaveParagraphAsync(ParagraphEdit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var before = edit.Before;
        await StopRereadOfAsync(before.StepId);
        SaveResult? result = null;
        await ActAsync(
            async () =>
            {
                result = await new EditVersion(before.Version).SaveAsync(before.Text, version => edit.TakenFrom is { } runId
                    ? drafts.TakeRewriteAsync(runId, before.StepId, edit.Text, version)
                    : drafts.SaveParagraphAsync(before.StepId, edit.Text, version));
                if (result.Saved)
                {
                    await ReloadAsync(new DeskOutcome(OutcomeKind.ParagraphSaved));
                }

                if (result.ChangesWords && View.Draft?.Story.Settings.RereadsEdits == true)
                {
                    _toReread.Enqueue(before.StepId);
                    await RereadFirstAsync();
                }
            },
            view => view.CanEdit);

        return result;
    }

    /// <summary>Reads an edited paragraph again: its summary anew, and a proposal of what changes in memory.</summary>
    public Task RereadAsync(Guid stepId) => ActAsync(() => RereadNowAsync(stepId));

    /// <summary>The author finds that a paragraph still fits what was edited before it.</summary>
    public Task FindFittingAsync(Guid stepId) => ActAsync(
        async () =>
        {
            await drafts.FindFittingAsync(stepId);
            await ReloadAsync(new DeskOutcome(OutcomeKind.FoundFitting));
        },
        view => view.CanEdit);

    // What it reads is not the text any more.
    private async Task StopRereadOfAsync(Guid stepId)
    {
        if (runner.Find(_storyId) is { Request: { Kind: RunKind.Reread, ParentId: var reread } } run && reread == stepId)
        {
            await run.StopAsync();
        }
    }

    private Task RereadNextAsync() => _toReread.IsEmpty ? Task.CompletedTask : ActAsync(RereadFirstAsync);

    // While something is read already, the end of that run comes back here.
    private async Task RereadFirstAsync()
    {
        if (runner.Find(_storyId) is null && _toReread.TryDequeue(out var stepId))
        {
            await RereadNowAsync(stepId);
        }
    }

    private async Task RereadNowAsync(Guid stepId)
    {
        if (View.Draft?.Head is { } head && await drafts.ReadOlderTextAsync(stepId, head.Id, _closing.Token) is { } older)
        {
            await StartAsync(NextRun.OfReread(View, stepId, older));
        }
    }
}
