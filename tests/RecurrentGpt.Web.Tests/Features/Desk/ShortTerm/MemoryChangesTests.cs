using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Desk.ShortTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.ShortTerm;

public sealed class MemoryChangesTests : DeskContext
{
    private readonly SavedText _memory = DeskSamples.Text(ReviewSamples.Written);

    public MemoryChangesTests() => ShortTerm.Store.Entries = [.. ReviewSamples.Entries(gate: false)];

    [Fact]
    public void Render_AStep_SaysInWordsWhatWasDoneAndWhy()
    {
        var panel = Draw();

        var changes = panel.FindAll("li").Select(item => item.QuerySelector(".why")!.TextContent);
        Assert.Equal(["dropped: the gate, settled in step 2", "reworded", "added: the flour, because somebody let the boy in"], changes);
        Assert.Equal(ReviewSamples.Gate, panel.Find("del").TextContent);
        Assert.Equal(ReviewSamples.Boy, panel.Find("ins").TextContent);
        Assert.Contains("What changed in step 4", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("1 kept as they were", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RewordedSentence_MarksTheWordThatIsNew()
    {
        Assert.Equal("long ", Draw().Find(".stands b").TextContent);
    }

    [Fact]
    public async Task Keep_DroppedSentence_PutsItBackIntoTheBoxAndOutAgain()
    {
        var panel = Draw();

        await PressAsync(panel, $"Keep: put back {ReviewSamples.Gate}");

        Assert.Equal($"Mara keeps an orchard. {ReviewSamples.Gate} She came by the long road. {ReviewSamples.Boy}", _memory.Text);
        panel.Render();
        Assert.Equal("dropped, and kept by you: the gate, settled in step 2", panel.Find(".why").TextContent);

        await PressAsync(panel, $"Drop again: {ReviewSamples.Gate}");

        panel.WaitForAssertion(() => Assert.Equal(ReviewSamples.Written, _memory.Text));
    }

    [Fact]
    public void Render_LockedSentenceThatTheModelDropped_SaysThatItWasKeptAndOffersNoDrop()
    {
        var kept = LockedMemory.Keep(ReviewSamples.Sent, ReviewSamples.Written, [ReviewSamples.Gate]);
        _memory.Type(kept);

        var panel = Draw(locked: [ReviewSamples.Gate]);

        Assert.StartsWith("locked: kept as it was", panel.FindAll(".why")[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain($"Drop again: {ReviewSamples.Gate}", Names(panel));
        Assert.DoesNotContain($"Lock, so that no model changes it: {ReviewSamples.Gate}", Names(panel));
    }

    [Fact]
    public async Task Lock_AddedSentence_LocksItAsItStands()
    {
        var panel = Draw();

        await PressAsync(panel, $"Lock, so that no model changes it: {ReviewSamples.Boy}");

        Assert.Equal([$"lock {ReviewSamples.Boy}"], Marks.Done);
    }

    [Fact]
    public async Task Undo_AddedSentence_TakesItOutOfTheBox()
    {
        var panel = Draw();

        await PressAsync(panel, $"Undo: take out {ReviewSamples.Boy}");

        Assert.Equal("Mara keeps an orchard. She came by the long road.", _memory.Text);
    }

    [Fact]
    public void Render_AddedSentenceThatTheAuthorChanged_SaysSoAndOffersNoUndo()
    {
        _memory.Type("Mara keeps an orchard. She came by the long road. The boy has flour on both his sleeves.");

        var panel = Draw();

        Assert.Equal("changed by you since: the flour, because somebody let the boy in", panel.FindAll(".why")[2].TextContent);
        Assert.DoesNotContain(Names(panel), name => name.StartsWith("Undo: take out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accept_OneAndAll_FoldAwayAndCanBeLookedAt()
    {
        var panel = Draw();

        await PressAsync(panel, $"Accept: {ReviewSamples.Boy}");
        Assert.Equal(2, panel.FindAll("li").Count);
        await PressAsync(panel, "Accept all");

        Assert.Empty(panel.FindAll("li"));
        await PressAsync(panel, "3 accepted");
        Assert.Equal(3, panel.FindAll("li").Count);
        Assert.DoesNotContain(Names(panel), name => name.StartsWith("Accept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accept_CannotBeStored_SaysSoAndKeepsTheChange()
    {
        var panel = Draw();
        ShortTerm.Fails = true;

        await PressAsync(panel, $"Accept: {ReviewSamples.Boy}");

        Assert.Equal(3, panel.FindAll("li").Count);
        Assert.Contains("could not be stored", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_StepWithAcceptedChanges_ShowsTheOthers()
    {
        var panel = Draw(ReviewSamples.Head with { AcceptedChanges = [0, 2] });

        Assert.Single(panel.FindAll("li"));
        Assert.Contains("2 accepted", Names(panel));
    }

    [Fact]
    public void Render_AfterAnOpening_TeachesWhatWillBeHere()
    {
        var panel = Draw(DeskSamples.Head with { Plan = Plan.Opening });

        Assert.Empty(panel.FindAll("li"));
        Assert.Contains("sentence by sentence", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NothingChanged_SaysSo()
    {
        var panel = Draw(ReviewSamples.Head with { WrittenMemory = ReviewSamples.Sent });

        Assert.Contains("Step 4 left memory as it was.", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_NothingSaysWhatLeaves_WarnsAndPinsItWithTheParentsEntry()
    {
        var panel = Draw();
        panel.WaitForElement(".unsafe");
        Assert.Contains("nothing in long-term memory has these words", panel.Find(".unsafe").TextContent, StringComparison.Ordinal);

        await PressAsync(panel, $"Pin, so that it is always sent: {ReviewSamples.Gate}");

        panel.WaitForAssertion(() => Assert.Contains("always sent, with the entry of 3", panel.Find(".way").TextContent, StringComparison.Ordinal));
        Assert.Equal([$"3: Zigzag quux 3 vexed jumbo foxes. {ReviewSamples.Gate}"], ShortTerm.Pins);
    }

    [Fact]
    public async Task Render_AnEntrySaysWhatLeaves_NamesItAndPinsIt()
    {
        ShortTerm.Store.Entries = [.. ReviewSamples.Entries(gate: true)];
        var panel = Draw();
        panel.WaitForElement(".way");
        Assert.StartsWith("can be recalled from 1 (0.", panel.Find(".way span").TextContent, StringComparison.Ordinal);

        await PressAsync(panel, $"Pin, so that it is always sent: {ReviewSamples.Gate}");

        panel.WaitForAssertion(() => Assert.Contains("always sent, with the entry of 1", panel.Find(".way").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task LookByMeaning_PaidEmbeddings_AsksOnceForAllThatLeaves()
    {
        var embedder = (RecurrentGpt.Tests.Doubles.ScriptedEmbedder)ShortTerm.Store.Models.Embedder;
        var panel = Draw();
        panel.WaitForElement(".way");
        Assert.Empty(embedder.Requests);

        await PressAsync(panel, "Look by meaning");

        panel.WaitForAssertion(() => Assert.DoesNotContain("Look by meaning", Names(panel)));
        Assert.Equal([ReviewSamples.Gate], Assert.Single(embedder.Requests));
        Assert.DoesNotContain("words", panel.Find(".way").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<MemoryChanges> Draw(Step? head = null, IReadOnlyList<string>? locked = null)
    {
        var step = head ?? ReviewSamples.Head;
        Services.GetRequiredService<MemoryReview>().Follow(step);
        var panel = Render<MemoryChanges>(part => part
            .Add(changes => changes.Head, step)
            .Add(changes => changes.Memory, _memory)
            .Add(changes => changes.Locked, locked ?? [])
            .Add(changes => changes.CanLock, true));
        panel.WaitForState(() => panel.FindAll(".dropped").Count == panel.FindAll(".dropped .way").Count);
        return panel;
    }
}
