using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

/// <summary>The disk gives way at the moment that a test chooses: SQLite itself is told that its file may not grow, or not be written.</summary>
public sealed class FullDiskTests
{
    private const string Full = "PRAGMA max_page_count = 1";
    private const string ReadOnly = "PRAGMA query_only = 1";

    [Fact]
    public async Task WritePlan_DiskFullAtTheCommit_WaitsSaysWhyAndStoresByItself()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var reply = desk.Chat.Open();
        await desk.Session.WritePlanAsync(0);
        await desk.UntilAsync(view => view.Live is { Prompt: not null });
        await GiveWayAsync(desk, ReadOnly);

        await reply.WriteAsync(Samples.StepReply);
        reply.Complete();
        await desk.UntilAsync(view => view.Live is { Phase: LivePhase.AwaitingRoom });
        var waiting = desk.View.Live!;
        desk.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.UntilDoneAsync();

        Assert.Equal(FailureKind.DiskReadOnly, waiting.Retry!.Because.Kind);
        Assert.NotEmpty(waiting.Prose);
        Assert.Equal((OutcomeKind.ParagraphWritten, 5), (desk.View.Outcome!.Kind, desk.View.Draft!.Paragraphs.Count));
        Assert.Single(desk.Chat.Requests);
    }

    [Fact]
    public async Task Stop_EndCannotBeStored_OffersWhatCameAndStoresItByItself()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var reply = desk.Chat.Open();
        await desk.Session.WritePlanAsync(0);
        await reply.WriteAsync("Output Paragraph:\nMara pulled the rope. It");
        await desk.UntilAsync(view => view.Live is { Prose.IsEmpty: false });
        await GiveWayAsync(desk, ReadOnly);

        await desk.Session.StopAsync();
        await desk.UntilDoneAsync();
        var (told, offered) = (desk.View.Outcome!, desk.View.Leftover!);
        desk.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.UntilAsync(view => view.Outcome is { Kind: OutcomeKind.StoredAfterAll });

        Assert.Equal(FailureKind.DiskReadOnly, told.Failure!.Kind);
        Assert.StartsWith("Mara pulled the rope.", offered.Prose, StringComparison.Ordinal);
        await using var db = desk.Database.Read();
        var stored = await db.Runs.SingleAsync(run => run.Id == offered.Id);
        Assert.Equal((RunState.Stopped, offered.Partial), (stored.State, stored.Partial));
        Assert.Equal(offered.Id, desk.View.Leftover!.Id);
    }

    [Fact]
    public async Task Type_DiskFull_SaysWhyAndIsSavedByItself()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        await GiveWayAsync(desk, Full);
        var memory = desk.View.Edits!.Memory;

        memory.Type(string.Concat(Enumerable.Repeat("The lamp is lit. ", 300)));
        await memory.FlushAsync();
        var failed = (memory.State, memory.Failure?.Kind);
        desk.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.UntilAsync(view => view.Edits!.IsSaved);

        Assert.Equal((SaveState.Failed, FailureKind.DiskFull), failed);
        Assert.Equal(memory.Text, (await desk.Database.Store.FindStepAsync(desk.View.Draft!.Head!.Id, default))!.ShortTermMemory);
    }

    [Fact]
    public async Task Undo_DiskReadOnly_SaysWhy()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        await GiveWayAsync(desk, ReadOnly);

        await desk.Session.UndoAsync();

        Assert.Equal(FailureKind.DiskReadOnly, desk.View.Outcome!.Failure!.Kind);
    }

    [Fact]
    public async Task Open_DatabaseCannotBeRead_SaysSoAndOpensWhenAskedAgain()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var file = desk.Database.Folder.Database;
        Web.Storage.Connections.CloseReaders(file);
        File.Move(file, $"{file}.away");

        await desk.Session.OpenAsync(desk.StoryId);
        var (state, outcome) = (desk.View.State, desk.View.Outcome);
        File.Move($"{file}.away", file);
        await desk.Session.OpenAsync(desk.StoryId);

        Assert.Equal((DeskState.NotRead, FailureKind.DiskUnreachable), (state, outcome!.Failure!.Kind));
        Assert.Equal(DeskState.Ready, desk.View.State);
    }

    private static Task<int> GiveWayAsync(TestDesk desk, string how) => desk.Database.Writes.WriteAsync(db => db.Database.ExecuteSqlRawAsync(how));
}
