using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Disk;

/// <summary>One moment at which the disk gives way, and what the author sees before and after it is well again.</summary>
internal sealed class DiskRound(DiskWorld world, TightDisk disk, FakeModelServer server, Random chance, DiskFigures figures)
{
    private readonly DiskFault _fault = (DiskFault)chance.Next(3);

    public Task RunAsync(DiskMoment moment) => moment switch
    {
        DiskMoment.Claim => ClaimAsync(),
        DiskMoment.Streaming => StreamingAsync(),
        DiskMoment.Stopped => StoppedAsync(),
        DiskMoment.Typed => TypedAsync(),
        DiskMoment.Edit => EditAsync(),
        DiskMoment.Export => ExportAsync(),
        DiskMoment.Start => StartAsync(),
        _ => AutopilotAsync(),
    };

    private async Task ClaimAsync()
    {
        await BreakAsync();
        await world.Session.WritePlanAsync(0);
        await world.UntilAsync(view => view is { IsBusy: false, IsRunning: false, Outcome: not null });
        Hear(world.View.Outcome?.Failure);
        await disk.MendAsync();
        await WriteAsync();
    }

    private async Task StreamingAsync()
    {
        await StreamOnABrokenDiskAsync();
        await disk.MendAsync();
        await world.UntilAsync(view => view is { IsBusy: false, IsRunning: false, Outcome: not null });
        Expect(world.View.Outcome is { Kind: OutcomeKind.ParagraphWritten }, "what was written was not stored when there was room");
        figures.StoredAfterAll++;
        ExpectOneMore();
    }

    private async Task StoppedAsync()
    {
        await StreamOnABrokenDiskAsync();
        await world.Session.StopAsync();
        await world.UntilAsync(view => view is { IsBusy: false, IsRunning: false, Outcome: not null });
        Hear(world.View.Outcome?.Failure);
        var offered = world.View.Leftover?.Prose ?? "";
        Expect(offered.Length > 0, "what came is not offered after a stop");
        await disk.MendAsync();
        await world.UntilAsync(view => view.Outcome is { Kind: OutcomeKind.StoredAfterAll });
        figures.StoredAfterAll++;
        await world.Session.KeepLeftoverByHandAsync();
        await world.UntilAsync(view => view is { IsBusy: false, IsRunning: false, Outcome.Kind: OutcomeKind.KeptByHand or OutcomeKind.Failed });
        Expect(world.View.Draft!.Paragraphs[^1].Text == offered, "what was offered is not what was kept");
        ExpectOneMore();
    }

    private async Task TypedAsync()
    {
        await BreakAsync();
        var memory = world.View.Edits!.Memory;
        var typed = string.Concat(Enumerable.Repeat($"The lamp has burned for {chance.Next(100)} nights. ", 100));
        memory.Type(typed);
        await memory.FlushAsync();
        Expect(memory.State == SaveState.Failed, "a text on a full disk is said to be saved");
        Hear(memory.Failure);
        await disk.MendAsync();
        await world.UntilAsync(_ => memory.State == SaveState.Saved);
        figures.StoredAfterAll++;
        var head = await world.Services.GetRequiredService<IStoryStore>().FindStepAsync(world.View.Draft!.Head!.Id, CancellationToken.None);
        Lose(head?.ShortTermMemory == typed);
    }

    private async Task EditAsync()
    {
        var paragraph = world.View.Draft!.Paragraphs[chance.Next(world.View.Draft.Paragraphs.Count)];
        var edit = new ParagraphEdit(paragraph, string.Concat(Enumerable.Repeat($"{paragraph.Text} Rain {chance.Next(100)}. ", 10)).Trim());
        await BreakAsync();
        Expect(await world.Session.SaveParagraphAsync(edit) is null, "an edit on a full disk is said to be saved");
        Hear(world.View.Outcome?.Failure);
        await disk.MendAsync();
        Expect(await world.Session.SaveParagraphAsync(edit) is { Saved: true }, "the edit is refused after there is room");
        Lose(world.View.Draft!.Paragraphs.Single(now => now.StepId == paragraph.StepId).Text == edit.Text);
        world.Acknowledge();
    }

    // Reading needs no room.
    private async Task ExportAsync()
    {
        await BreakAsync();
        var story = await world.Services.GetRequiredService<StoryExport>().FindAsync(world.StoryId, CancellationToken.None);
        Lose(story?.Paragraphs == world.Acknowledged.Count);
        await disk.MendAsync();
        await WriteAsync();
    }

    private async Task StartAsync()
    {
        await world.CloseAsync();
        if (chance.Next(2) == 0)
        {
            // Nothing is there yet: the schema is to be made.
            Directory.Move(disk.Data, $"{disk.Data}.away");
        }

        await disk.BreakAsync(_fault);
        if (_fault == DiskFault.ReadOnly)
        {
            await disk.TakeWritingAsync();
        }

        try
        {
            await world.StartAsync();
        }
        catch (StorageException refused)
        {
            Hear(refused.Message);
        }

        await world.CloseAsync();
        await disk.MendAsync();
        if (Directory.Exists($"{disk.Data}.away"))
        {
            await world.StartFreshAsync();
            Directory.Delete(disk.Data, recursive: true);
            Directory.Move($"{disk.Data}.away", disk.Data);
        }

        await world.StartAsync();
        await WriteAsync();
    }

    private async Task AutopilotAsync()
    {
        const int Steps = 3;
        var before = world.Acknowledged.Count;
        server.Enqueue(FakeReply.HoldAfter(chance.Next(1, 20), out var hold));
        var autopilots = world.Services.GetRequiredService<Study>().Autopilots;
        await autopilots.StartAsync(world.StoryId, new AutopilotOrder { Steps = Steps, Author = AuthorKind.First, StopsAtRepetition = false }, CancellationToken.None);
        await hold.Reached;
        await BreakAsync();
        hold.Release();
        await world.UntilAsync(view => view.Live is { Phase: LivePhase.AwaitingRoom } || view.Autopilot is { IsRunning: false });
        Hear(world.View.Live?.Retry?.Because ?? world.View.Autopilot?.Record.Fuse?.Failure);
        if (chance.Next(2) == 0)
        {
            await autopilots.TakeOverAsync(world.StoryId);
        }

        await disk.MendAsync();
        await world.UntilAsync(view => view is { IsBusy: false, IsRunning: false } && (view.Autopilot is not { IsRunning: true } || view.Draft!.Paragraphs.Count >= before + Steps));
        await autopilots.WaitAsync(world.StoryId, CancellationToken.None);
        if (autopilots.Find(world.StoryId) is { Record.IsHeld: true })
        {
            await autopilots.ResumeAsync(world.StoryId, null, CancellationToken.None);
            await autopilots.WaitAsync(world.StoryId, CancellationToken.None);
        }

        await world.Session.OpenAsync(world.StoryId);
        var written = world.View.Draft!.Paragraphs.Count - before;
        Expect(written == Steps, $"autopilot was to write {Steps} paragraphs and wrote {written}");
        Lose(world.View.Draft!.Paragraphs.Take(before).Select(paragraph => paragraph.Text).SequenceEqual(world.Acknowledged));
        world.Acknowledge();
    }

    private async Task StreamOnABrokenDiskAsync()
    {
        server.Enqueue(FakeReply.HoldAfter(chance.Next(1, 30), out var hold));
        await world.Session.WritePlanAsync(chance.Next(3));
        await hold.Reached;
        await BreakAsync();
        hold.Release();
        await world.UntilAsync(view => view.Live is null or { Phase: LivePhase.AwaitingRoom });
        Hear(world.View.Live?.Retry?.Because);
    }

    private async Task BreakAsync()
    {
        await disk.BreakAsync(_fault);
        if (_fault == DiskFault.ReadOnly)
        {
            // Only what is opened anew meets the disk without writing; the refusal has closed what was open.
            await RefusedAsync();
            await disk.TakeWritingAsync();
        }
    }

    private async Task RefusedAsync()
    {
        try
        {
            await world.Services.GetRequiredService<ISettingStore>().SaveAsync("trial", new string('x', 100_000), CancellationToken.None);
        }
        catch (StoreException refused)
        {
            Hear(refused.Failure);
        }
    }

    private async Task WriteAsync()
    {
        await world.Session.WritePlanAsync(chance.Next(3));
        await world.UntilAsync(view => view is { IsBusy: false, IsRunning: false, Outcome: not null });
        Expect(world.View.Outcome is { Kind: OutcomeKind.ParagraphWritten }, $"nothing can be written after there is room: {world.View.Outcome?.Kind} {world.View.Outcome?.Failure?.Kind}");
        ExpectOneMore();
    }

    private void ExpectOneMore()
    {
        var texts = world.View.Draft!.Paragraphs.Select(paragraph => paragraph.Text).ToList();
        figures.Doubled += Math.Max(0, texts.Count - world.Acknowledged.Count - 1);
        Lose(texts.Take(world.Acknowledged.Count).SequenceEqual(world.Acknowledged));
        Expect(texts.Count == world.Acknowledged.Count + 1, $"one more paragraph was to be there, not {texts.Count - world.Acknowledged.Count}");
        world.Acknowledge();
    }

    private void Hear(StepFailure? failure)
    {
        var words = failure is { IsOfStore: true } ? world.Services.GetRequiredService<FailureText>().Of(failure) : $"{failure?.Kind} {failure?.Detail}";
        Hear(words);
    }

    private void Hear(string words)
    {
        var isTold = words.Contains("disk that holds your stories", StringComparison.Ordinal) && words.Contains(disk.Data, StringComparison.Ordinal)
            && !words.Contains("SQLite", StringComparison.OrdinalIgnoreCase);
        figures.Told += isTold ? 1 : 0;
        figures.Raw += isTold ? 0 : 1;
        Expect(isTold, $"the person is told \"{words}\"");
    }

    private void Lose(bool isThere)
    {
        figures.Lost += isThere ? 0 : 1;
        Expect(isThere, "an acknowledged text is lost");
    }

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
