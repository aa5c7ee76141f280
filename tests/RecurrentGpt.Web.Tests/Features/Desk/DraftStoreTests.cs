using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk;

/// <summary>Reading the desk, and moving its head.</summary>
public sealed class DraftStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Story _story = null!;
    private Step _opening = null!;

    private DraftStore Drafts => _database.Drafts;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        _opening = (await _database.AddOpeningAsync(_story.Id))[^1];
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_NoSuchStory_IsNull()
    {
        Assert.Null(await Drafts.ReadAsync(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Read_BeforeTheOpening_IsEmpty()
    {
        var story = await _database.AddStoryAsync();

        var draft = await Drafts.ReadAsync(story.Id);

        Assert.Equal(story, draft!.Story);
        Assert.Empty(draft.Paragraphs);
        Assert.Null(draft.Head);
        Assert.False(draft.CanUndo || draft.CanRedo);
    }

    [Fact]
    public async Task Read_RoomForTwo_HasAllParagraphsAndTheTextsOfTheLastTwo()
    {
        await _database.AddStepAsync(_opening);

        var draft = await Drafts.ReadAsync(_story.Id, room: 2);

        Assert.Equal([1, 2, 3, 4], draft!.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal([false, false, true, true], draft.Paragraphs.Select(paragraph => paragraph.IsRead));
        Assert.Equal([true, true, false, false], draft.Paragraphs.Select(paragraph => paragraph.Text.Length == 0));
        Assert.Equal((await Drafts.ReadAsync(_story.Id))!.Words, draft.Words);
    }

    [Fact]
    public async Task Read_AnyRoom_CountsTheWordsOfAllParagraphs()
    {
        var draft = await Drafts.ReadAsync(_story.Id);

        Assert.Equal(draft!.Paragraphs.Sum(paragraph => Prose.Words(paragraph.Text)), draft.Words);
    }

    [Fact]
    public async Task Read_AfterAStep_HasThePathAndTheHead()
    {
        var step = await _database.AddStepAsync(_opening);

        var draft = await Drafts.ReadAsync(_story.Id);

        Assert.Equal([1, 2, 3, 4], draft!.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal("The lamp was lit.", draft.Paragraphs[0].Text);
        Assert.Equal(new DraftParagraph(step.Id, step.RunId, 4, step.Paragraph, step.Plan, IsEdited: false, 0), draft.Paragraphs[3]);
        Assert.Equivalent(step, draft.Head, strict: true);
        Assert.True(draft.CanUndo);
        Assert.False(draft.CanRedo);
    }

    [Fact]
    public async Task Undo_AStep_GoesToItsParentAndRedoComesBack()
    {
        var step = await _database.AddStepAsync(_opening);

        Assert.True(await Drafts.UndoAsync(_story.Id));
        var undone = await Drafts.ReadAsync(_story.Id);
        Assert.True(await Drafts.RedoAsync(_story.Id));
        var redone = await Drafts.ReadAsync(_story.Id);

        Assert.Equal((_opening.Id, false, true), (undone!.Head!.Id, undone.CanUndo, undone.CanRedo));
        Assert.Equal((step.Id, true, false), (redone!.Head!.Id, redone.CanUndo, redone.CanRedo));
    }

    [Fact]
    public async Task Undo_TheOpening_IsRefused()
    {
        Assert.False(await Drafts.UndoAsync(_story.Id));
        Assert.False(await Drafts.RedoAsync(_story.Id));
        Assert.Equal(_opening.Id, (await Drafts.ReadAsync(_story.Id))!.Head!.Id);
    }

    [Fact]
    public async Task Undo_ThenWriteOn_MakesABranchAndRedoFollowsTheLastLeft()
    {
        var left = await _database.AddStepAsync(_opening, "Left.");
        await Drafts.UndoAsync(_story.Id);
        var right = await _database.AddStepAsync(_opening, "Right.");

        await Drafts.UndoAsync(_story.Id);
        await Drafts.RedoAsync(_story.Id);

        var draft = await Drafts.ReadAsync(_story.Id);
        Assert.Equal(right.Id, draft!.Head!.Id);
        Assert.Equal("Right.", draft.Paragraphs[^1].Text);
        Assert.NotNull(await _database.Store.FindStepAsync(left.Id, default));
    }

    [Fact]
    public async Task UndoAndRedo_WhileTheStoryIsWritten_AreRefused()
    {
        var step = await _database.AddStepAsync(_opening);
        await _database.AddStepAsync(step);
        await Drafts.UndoAsync(_story.Id);
        await _database.Store.ClaimAsync(Guid.CreateVersion7(), new RunRequest(_story.Id, RunKind.Step) { ParentId = step.Id }, default);

        Assert.False(await Drafts.UndoAsync(_story.Id));
        Assert.False(await Drafts.RedoAsync(_story.Id));
        Assert.Equal(step.Id, (await Drafts.ReadAsync(_story.Id))!.Head!.Id);
    }

    [Fact]
    public async Task LockPlan_OfTheOfferedPlans_IsReadBackAndChangesNoText()
    {
        await Drafts.LockPlanAsync(_opening.Id, 2, isLocked: true);
        var locked = (await Drafts.ReadAsync(_story.Id))!.Head!;
        await Drafts.LockPlanAsync(_opening.Id, 2, isLocked: false);
        var free = (await Drafts.ReadAsync(_story.Id))!.Head!;

        Assert.Equal([false, true, false], locked.Plans.Select(plan => plan.IsLocked));
        Assert.Equal(_opening.PlansVersion, locked.PlansVersion);
        Assert.Equal(_opening.Plans, free.Plans);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Drafts.LockPlanAsync(_opening.Id, 4, isLocked: true));
    }

    [Fact]
    public async Task SaveSettings_OutOfRange_IsRefusedAndNamesTheSetting()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Drafts.SaveSettingsAsync(_story.Id, _story.Settings, new StorySettings { RecallCount = 99 }));

        Assert.Contains("RecallCount", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveSettings_InRange_AreWhatTheStoryHas()
    {
        var settings = new StorySettings { ParagraphSentences = 8, PlanReach = PlanReach.Scene };

        await Drafts.SaveSettingsAsync(_story.Id, _story.Settings, settings);

        Assert.Equal(settings, (await Drafts.ReadAsync(_story.Id))!.Story.Settings);
    }

    [Fact]
    public async Task SaveSettings_AnotherTabChangedOthers_KeepsBoth()
    {
        await Drafts.SaveSettingsAsync(_story.Id, _story.Settings, _story.Settings with { RecallCount = 7 });

        var saved = await Drafts.SaveSettingsAsync(_story.Id, _story.Settings, _story.Settings with { ParagraphSentences = 8 });

        Assert.True(saved.Saved);
        Assert.Equal(_story.Settings with { RecallCount = 7, ParagraphSentences = 8 }, (await Drafts.ReadAsync(_story.Id))!.Story.Settings);
    }

    [Fact]
    public async Task SaveSettings_AnotherTabChangedTheSame_ChangesNothingAndNamesIt()
    {
        var theirs = _story.Settings with { RecallCount = 7, MemoryWords = 300 };
        await Drafts.SaveSettingsAsync(_story.Id, _story.Settings, theirs);

        var refused = await Drafts.SaveSettingsAsync(_story.Id, _story.Settings, _story.Settings with { RecallCount = 2, ParagraphSentences = 8 });

        Assert.Equal((false, theirs, "RecallCount"), (refused.Saved, refused.Current, Assert.Single(refused.Conflicts)));
        Assert.Equal(theirs, (await Drafts.ReadAsync(_story.Id))!.Story.Settings);
    }

    [Fact]
    public async Task ReadExchanges_OfARun_AreExactlyWhatWasSent()
    {
        Assert.Equivalent(new[] { Written.Exchange }, await Drafts.ReadExchangesAsync(_opening.RunId), strict: true);
    }
}
