using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Faults.Together;

/// <summary>One interleaving: both tabs act at the same time, then all comes to rest and is looked at.</summary>
internal sealed class TogetherRound(TogetherWorld world, Random chance, TogetherFigures figures, Action<string> broken)
{
    private const int MostActs = 4;

    // Only to end a round that would hang.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task RunAsync()
    {
        var acting = world.Tabs.Select(tab =>
        {
            var acts = new TabActs(world, tab, new Random(chance.Next()), figures);
            return Task.Run(() => acts.ActAsync(1 + acts.Chance.Next(MostActs)));
        }).ToList();
        await Task.WhenAll(acting).WaitAsync(Patience);
        await RestAsync().WaitAsync(Patience);
        await SettleAsync().WaitAsync(Patience);
        await JudgeAsync();
    }

    // Autopilot ends, then the run that is left, then the desks show it.
    private async Task RestAsync()
    {
        await world.Autopilots.WaitAsync(world.StoryId, CancellationToken.None);
        while (world.Runner.Find(world.StoryId) is { } run)
        {
            await run.Completion;
            await Task.Yield();
        }

        foreach (var tab in world.Tabs)
        {
            await UntilAsync(tab, view => view is { IsBusy: false, IsRunning: false });
        }
    }

    // Whoever has a conflict chooses; the choice of one may be a conflict for the other.
    private async Task SettleAsync()
    {
        for (var turn = 0; turn < 6; turn++)
        {
            var conflicts = 0;
            foreach (var tab in world.Tabs)
            {
                await (tab.View.Edits?.FlushAsync() ?? Task.CompletedTask);
                foreach (var box in Boxes(tab.View))
                {
                    await box.FlushAsync();
                    conflicts += box.State == SaveState.Conflict ? 1 : 0;
                    await ChooseAsync(tab, box);
                }
            }

            if (conflicts == 0)
            {
                return;
            }
        }
    }

    private async Task ChooseAsync(TogetherTab tab, SavedText box)
    {
        if (box.State != SaveState.Conflict)
        {
            return;
        }

        Interlocked.Increment(ref figures.Conflicts);
        tab.See(box);
        if (box.Other is null)
        {
            broken($"tab {tab.Name} is told of a conflict without the other text");
        }

        if (chance.Next(2) == 0)
        {
            await box.KeepMineAsync();
        }
        else
        {
            tab.GiveUp(box);
            box.TakeOther();
        }
    }

    private async Task JudgeAsync()
    {
        var changes = await ChangeLog.ReadAsync(world.Database, world.Logged);
        world.Logged = changes.Count > 0 ? changes[^1].Number : world.Logged;
        foreach (var tab in world.Tabs)
        {
            var (all, shown) = tab.Take();
            figures.Typed += all.Count;
            foreach (var failure in shown.Where(failure => failure.Kind is FailureKind.Unexpected or FailureKind.NotStored || failure.IsOfStore))
            {
                figures.Shown++;
                broken($"tab {tab.Name} shows {failure.Kind} {failure.Detail}");
            }

            foreach (var typed in all)
            {
                Judge(tab, typed, changes);
            }
        }
    }

    private void Judge(TogetherTab tab, Typed typed, List<StoredChange> changes)
    {
        var stored = changes.Find(change => change.Field == typed.Field && change.Id == typed.Id && change.After.Contains(typed.Text, StringComparison.Ordinal));
        if (stored is null)
        {
            if (!typed.IsGivenUp && !(typed.Box is { } box && Boxes(tab.View).Contains(box) && box.State != SaveState.Saved))
            {
                figures.Lost++;
                broken($"tab {tab.Name} typed {typed.Text} into {typed.Field} and it is neither stored nor offered ({typed.Box?.State})");
            }
        }
        else if (typed.Before is { } before ? stored.Before != before : !tab.HasSeen(typed.Field, typed.Id, stored.Before))
        {
            figures.Blind++;
            broken($"tab {tab.Name} stored {typed.Text} into {typed.Field} over \"{Short(stored.Before)}\", which it had not seen");
        }
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;

    private static List<SavedText> Boxes(DeskView view) =>
        [.. view.Edits is { } edits ? [edits.Memory, edits.OwnPlan, .. edits.Plans] : Array.Empty<SavedText>(), .. view.Unsaved.Select(unsaved => unsaved.Box)];

    private static async Task UntilAsync(TogetherTab tab, Func<DeskView, bool> reached)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watching = tab.Session.Subscribe(Look);
        Look();
        await seen.Task;

        void Look()
        {
            if (reached(tab.View))
            {
                seen.TrySetResult();
            }
        }
    }
}
