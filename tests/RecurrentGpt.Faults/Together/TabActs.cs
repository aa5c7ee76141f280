using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Faults.Together;

/// <summary>What an author does in one tab, by chance.</summary>
internal sealed class TabActs(TogetherWorld world, TogetherTab tab, Random chance, TogetherFigures figures)
{
    public Random Chance => chance;

    private DeskView View => tab.View;

    public async Task ActAsync(int acts)
    {
        for (var act = 0; act < acts; act++)
        {
            await PauseAsync();
            Interlocked.Increment(ref figures.Acts);
            await ActAsync();
        }
    }

    private Task ActAsync() => chance.Next(100) switch
    {
        < 22 => TypeAsync("Steps.ShortTermMemory", edits => edits.Memory),
        < 32 => TypeAsync("Plans.Text", edits => edits.Plans[chance.Next(edits.Plans.Count)]),
        < 40 => TypeAsync("Steps.OwnPlan", edits => edits.OwnPlan),
        < 54 => EditParagraphAsync(),
        < 62 => MarkAsync(chance.Next(2) == 0 ? MarkKind.Note : MarkKind.Chapter),
        < 68 => SetAsync(),
        < 73 => RenameAsync(),
        < 79 => tab.Session.UndoAsync(),
        < 84 => tab.Session.RedoAsync(),
        < 87 => GoAsync(),
        < 93 => WriteAsync(() => tab.Session.WritePlanAsync(chance.Next(3))),
        < 95 => WriteAsync(tab.Session.WriteOwnPlanAsync),
        < 96 => WriteAsync(() => tab.Session.WriteNewPlansAsync()),
        < 97 => tab.Session.StopAsync(),
        _ => FlyAsync(),
    };

    private async Task TypeAsync(string field, Func<StepEdits, SavedText> choose)
    {
        var view = View;
        if (view is not { Draft.Head: { } head, Edits: { Plans.Count: > 0 } edits })
        {
            return;
        }

        var (box, text) = (choose(edits), tab.NewText());
        tab.See(field, head.Id, box.Text);
        tab.Add(new Typed(field, head.Id, text, box, null));
        box.Type(text);
        await PauseAsync();
        if (chance.Next(2) == 0)
        {
            await box.FlushAsync();
        }
    }

    private async Task EditParagraphAsync()
    {
        if (View.Draft is not { Paragraphs: { Count: > 0 } paragraphs })
        {
            return;
        }

        var before = paragraphs[chance.Next(paragraphs.Count)];
        var text = tab.NewText();
        await PauseAsync();
        var result = await tab.Session.SaveParagraphAsync(new ParagraphEdit(before, text));
        if (result is { Saved: false } && chance.Next(2) == 0)
        {
            Interlocked.Increment(ref figures.Conflicts);
            before = before with { Text = result.Current, Version = result.Version };
            result = await tab.Session.SaveParagraphAsync(new ParagraphEdit(before, text));
        }

        tab.Add(new Typed("Steps.Paragraph", before.StepId, text, null, before.Text) { IsGivenUp = result is not { Saved: true } });
    }

    private async Task MarkAsync(MarkKind kind)
    {
        if (View.Draft is not { Paragraphs: { Count: > 0 } paragraphs })
        {
            return;
        }

        var before = paragraphs[chance.Next(paragraphs.Count)];
        var text = tab.NewText();
        await PauseAsync();
        var result = await MarkActs.At(tab.Session, world.Services.GetRequiredService<MarkStore>()).SaveAsync(before, kind, text);
        tab.Add(new Typed($"StepMarks.{kind}", before.StepId, text, null, kind == MarkKind.Note ? before.Note : before.Chapter) { IsGivenUp = result is not { Saved: true } });
    }

    // Each tab has settings of its own that it changes, so that none may ever go back.
    private async Task SetAsync()
    {
        if (View.Draft is not { Story.Settings: var before })
        {
            return;
        }

        var value = 5 + chance.Next(30);
        var wanted = tab.Name == "A" ? before with { MemorySentences = value } : before with { RecallCount = value % 12 };
        await PauseAsync();
        if (await tab.Session.SaveSettingsAsync(before, wanted) is { Saved: true } && await world.Drafts.ReadAsync(world.StoryId) is { Story.Settings: var now })
        {
            var isThere = tab.Name == "A" ? now.MemorySentences == wanted.MemorySentences : now.RecallCount == wanted.RecallCount;
            if (!isThere)
            {
                Interlocked.Increment(ref figures.Lost);
                throw new InvalidOperationException($"tab {tab.Name} saved a setting, and it is gone");
            }
        }
    }

    private async Task RenameAsync()
    {
        if (View.Draft is not { Story.Card.Title: var before })
        {
            return;
        }

        var title = tab.NewText();
        await PauseAsync();
        var saved = await world.Library.RenameAsync(world.StoryId, before, title);
        if (saved is { Saved: false })
        {
            Interlocked.Increment(ref figures.Conflicts);
        }

        tab.Add(new Typed("Stories.Title", world.StoryId, title, null, before) { IsGivenUp = saved is not { Saved: true } });
    }

    private Task GoAsync() => View.Draft is { Paragraphs: { Count: > 3 } paragraphs } ? tab.Session.GoAsync(paragraphs[chance.Next(2, paragraphs.Count)].StepId) : Task.CompletedTask;

    private async Task WriteAsync(Func<Task> write)
    {
        await write();
        Interlocked.Increment(ref figures.Written);
    }

    // As the desk does it: what is refused is said, and nothing breaks.
    private async Task FlyAsync()
    {
        try
        {
            await (chance.Next(3) switch
            {
                0 => world.Autopilots.TakeOverAsync(world.StoryId),
                1 => world.Autopilots.ResumeAsync(world.StoryId, null, CancellationToken.None),
                _ => world.Autopilots.StartAsync(world.StoryId, new AutopilotOrder { Steps = 1 + chance.Next(2), Author = AuthorKind.First, StopsAtRepetition = false }, CancellationToken.None),
            });
        }
        catch (Exception refused) when (refused is InvalidOperationException or ModelException)
        {
            // One runs already, or none is held.
        }
    }

    private async Task PauseAsync()
    {
        for (var turns = chance.Next(4); turns > 0; turns--)
        {
            await Task.Yield();
        }

        if (chance.Next(6) == 0)
        {
            Thread.SpinWait(chance.Next(20_000));
        }
    }
}
