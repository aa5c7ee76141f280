using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Marks;

public sealed class MarkStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private MarkStore _marks = null!;
    private Story _story = null!;
    private IReadOnlyList<Step> _opening = [];

    private Step Head => _opening[^1];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _marks = new MarkStore(_database.Writes, _database.Clock);
        _story = await _database.AddStoryAsync();
        _opening = await _database.AddOpeningAsync(_story.Id);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Lock_Paragraph_StandsOnTheDeskAndInTheEngineUntilItIsUnlocked()
    {
        await _marks.LockAsync(Head.Id, true);

        Assert.True((await ParagraphAsync(3)).IsLocked);
        Assert.True((await StepAsync()).IsLocked);
        await _marks.LockAsync(Head.Id, false);
        Assert.False((await StepAsync()).IsLocked);
    }

    [Fact]
    public async Task SetChapter_Heading_IsOneLineAndLeavesTheNote()
    {
        var note = await _marks.SetNoteAsync(Head.Id, " Check the tide. ", version: 0);

        var result = await _marks.SetChapterAsync(Head.Id, " Under\n the  house ", note.Version);

        Assert.Equal(new SaveResult(Saved: true, 2, "Under the house"), result);
        Assert.Equal(("Under the house", "Check the tide.", 2), (await ParagraphAsync(3)) is var at ? (at.Chapter, at.Note, at.MarksVersion) : default);
        Assert.Equal("Under the house", (await StepAsync()).Chapter);
    }

    [Fact]
    public async Task SetNote_AnotherTabWasFirst_IsRefusedWithItsText()
    {
        await _marks.SetNoteAsync(Head.Id, "First tab.", version: 0);

        var result = await _marks.SetNoteAsync(Head.Id, "Second tab.", version: 0);

        Assert.Equal(new SaveResult(Saved: false, 1, "First tab."), result);
        Assert.Equal("First tab.", (await ParagraphAsync(3)).Note);
    }

    [Fact]
    public async Task SetChapter_SameHeadingFromTwoTabs_IsNoConflict()
    {
        await _marks.SetChapterAsync(Head.Id, "The letter", version: 0);

        Assert.True((await _marks.SetChapterAsync(Head.Id, "The letter", version: 0)).Saved);
    }

    [Fact]
    public async Task SetNote_TooLong_IsRefusedWithTheLimit()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => _marks.SetNoteAsync(Head.Id, new string('x', StoryLimits.Note + 1), version: 0));

        Assert.Contains("4,000", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => _marks.SetChapterAsync(Head.Id, new string('x', StoryLimits.Title + 1), version: 0));
    }

    [Fact]
    public async Task SetNote_NoteOfAStep_MovesTheStorysLastChange()
    {
        _database.Clock.Advance(TimeSpan.FromMinutes(5));

        await _marks.SetNoteAsync(Head.Id, "Check the tide.", version: 0);

        Assert.Equal(_database.Clock.GetUtcNow(), (await _database.Store.FindStoryAsync(_story.Id, default))!.ChangedAt);
    }

    [Fact]
    public async Task SetChapter_OnAStepThatBranchesShare_IsSeenFromBoth()
    {
        await _marks.SetChapterAsync(Head.Id, "The letter", version: 0);
        await _database.AddStepAsync(Head, "Left.");
        var left = await ParagraphAsync(3);
        await _database.Drafts.GoAsync(_story.Id, Head.Id);
        await _database.AddStepAsync(Head, "Right.");

        Assert.Equal(("The letter", "The letter"), (left.Chapter, (await ParagraphAsync(3)).Chapter));
        Assert.Equal("", (await ParagraphAsync(4)).Chapter);
    }

    [Fact]
    public async Task LockSentence_OneThatStands_IsLockedAndUnlocked()
    {
        await _database.Drafts.SaveMemoryAsync(Head.Id, "Mara keeps an orchard. The gate closed.", version: 0);

        Assert.True(await _marks.LockSentenceAsync(Head.Id, "The gate closed.", true));
        Assert.True(await _marks.LockSentenceAsync(Head.Id, "The gate closed.", true));

        Assert.Equal(["The gate closed."], (await StepAsync()).LockedSentences);
        Assert.True(await _marks.LockSentenceAsync(Head.Id, "The gate closed.", false));
        Assert.Empty((await StepAsync()).LockedSentences);
    }

    [Fact]
    public async Task LockSentence_OneThatDoesNotStand_IsRefused()
    {
        Assert.False(await _marks.LockSentenceAsync(Head.Id, "Nobody wrote this.", true));

        Assert.Empty((await StepAsync()).LockedSentences);
    }

    [Fact]
    public async Task LockSentence_WhileTheStoryIsBeingWritten_IsRefused()
    {
        await _database.Store.ClaimAsync(Guid.CreateVersion7(), new RunRequest(_story.Id, RunKind.NewPlans) { ParentId = Head.Id }, default);

        Assert.False(await _marks.LockSentenceAsync(Head.Id, Prose.Sentences(Head.ShortTermMemory)[0], true));
    }

    [Fact]
    public async Task SaveMemory_LockedSentenceRewordedThenDeleted_TheLockFollowsThenGoes()
    {
        var saved = await _database.Drafts.SaveMemoryAsync(Head.Id, "Mara keeps an orchard. The gate closed by itself.", version: 0);
        await _marks.LockSentenceAsync(Head.Id, "The gate closed by itself.", true);

        saved = await _database.Drafts.SaveMemoryAsync(Head.Id, "Mara keeps an orchard. The gate closed by itself at dawn.", saved.Version);
        Assert.Equal(["The gate closed by itself at dawn."], (await StepAsync()).LockedSentences);

        await _database.Drafts.SaveMemoryAsync(Head.Id, "Mara keeps an orchard.", saved.Version);
        Assert.Empty((await StepAsync()).LockedSentences);
    }

    private async Task<DraftParagraph> ParagraphAsync(int number) => (await _database.Drafts.ReadAsync(_story.Id))!.Paragraphs.Single(paragraph => paragraph.Number == number);

    private async Task<Step> StepAsync() => (await _database.Store.FindStepAsync(Head.Id, default))!;
}
