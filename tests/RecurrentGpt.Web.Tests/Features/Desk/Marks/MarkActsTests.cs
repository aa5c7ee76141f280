using RecurrentGpt.Recurrence;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Marks;

/// <summary>Marks at a real desk: what is stored, what is shown then, and what a run makes of it.</summary>
public sealed class MarkActsTests
{
    private const string Note = "Zounds: the tide table is wrong.";
    private const string Heading = "Heading of mine";

    [Fact]
    public async Task LockAsync_Head_CannotBeWrittenAgainUntilItIsUnlocked()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var acts = ActsAt(desk);
        await acts.LockAsync(desk.View.Draft!.Head!.Id, true);
        Assert.Equal(OutcomeKind.Locked, desk.View.Outcome?.Kind);

        await desk.Session.WriteAgainAsync();

        Assert.Equal(FailureKind.Locked, desk.View.Outcome?.Failure?.Kind);
        Assert.Empty(desk.Chat.Requests);
        await acts.LockAsync(desk.View.Draft!.Head!.Id, false);
        desk.Chat.Reply(Samples.StepReply);
        await desk.Session.WriteAgainAsync();
        await desk.UntilDoneAsync();
        Assert.Equal(OutcomeKind.ParagraphWritten, desk.View.Outcome?.Kind);
    }

    [Fact]
    public async Task WritePlanAsync_FromTheParagraphBeforeALockedOne_GoesOnFromThere()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        await ActsAt(desk).LockAsync(desk.View.Draft!.Head!.Id, true);
        desk.Chat.Reply(Samples.StepReply);

        await desk.Session.UndoAsync();
        await desk.Session.WritePlanAsync(0);
        await desk.UntilDoneAsync();

        Assert.Equal(OutcomeKind.ParagraphWritten, desk.View.Outcome?.Kind);
    }

    [Fact]
    public async Task SaveAsync_HeadingAndNote_AreShownAndInNoRequest()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var acts = ActsAt(desk);

        Assert.True((await acts.SaveAsync(desk.View.Draft!.Paragraphs[^1], MarkKind.Note, Note))!.Saved);
        Assert.True((await acts.SaveAsync(desk.View.Draft!.Paragraphs[^1], MarkKind.Chapter, Heading))!.Saved);

        Assert.Equal((Heading, Note, OutcomeKind.MarkSaved), (desk.View.Draft!.Paragraphs[^1].Chapter, desk.View.Draft.Paragraphs[^1].Note, desk.View.Outcome?.Kind));
        desk.Chat.Reply(Samples.StepReply);
        await desk.Session.WritePlanAsync(0);
        await desk.UntilDoneAsync();
        Assert.DoesNotContain("Zounds", desk.LastPrompt, StringComparison.Ordinal);
        Assert.DoesNotContain(Heading, desk.LastPrompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveAsync_TwoTabs_OfOneTextTheLaterIsRefusedAndOfAnotherItIsSaved()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var before = desk.View.Draft!.Paragraphs[^1];
        await ActsAt(desk).SaveAsync(before, MarkKind.Note, "First tab.");

        var note = await ActsAt(desk).SaveAsync(before, MarkKind.Note, "Second tab.");
        var heading = await ActsAt(desk).SaveAsync(before, MarkKind.Chapter, Heading);

        Assert.Equal((false, "First tab."), (note!.Saved, note.Current));
        Assert.True(heading!.Saved);
    }

    [Fact]
    public async Task LockSentencesAsync_TypedAMomentAgo_FollowsTheHandThroughEverySave()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.View.Edits!.Memory.Type("Mara keeps an orchard. The gate closed by itself.");
        await ActsAt(desk).LockSentencesAsync(desk.View.Draft!.Head!.Id, ["The gate closed by itself."], true);
        Assert.Equal(["The gate closed by itself."], desk.View.Edits.LockedSentences);

        desk.View.Edits.Memory.Type("Mara keeps an orchard. The gate closed by itself at dawn.");
        Assert.Equal(["The gate closed by itself at dawn."], desk.View.Edits.LockedSentences);
        await desk.View.Edits.FlushAsync();
        desk.View.Edits.Memory.Type("Mara keeps an orchard.");
        await desk.View.Edits.FlushAsync();

        Assert.Empty(desk.View.Edits.LockedSentences);
        Assert.Empty((await desk.Database.Store.FindStepAsync(desk.View.Draft!.Head!.Id, default))!.LockedSentences);
    }

    private static MarkActs ActsAt(TestDesk desk) => MarkActs.At(desk.Session, new MarkStore(desk.Database.Writes, desk.Database.Clock));
}
