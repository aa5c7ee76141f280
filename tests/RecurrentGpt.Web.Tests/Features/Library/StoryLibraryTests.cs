using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Library;

public sealed class StoryLibraryTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Create_AllOfTheCard_IsWhatTheStoryHas()
    {
        var card = new StoryCard { Title = "玻璃果园", Genre = "Mystery", Premise = "P", Language = "中文", Kind = StoryKind.InteractiveFiction, Outline = "O" };
        var settings = new StorySettings { ParagraphSentences = 7, NewCharacterChance = 0.35, PlanReach = PlanReach.Chapter };

        var made = await _database.Library.CreateAsync(card, settings);

        var read = await _database.Store.FindStoryAsync(made.Id, default);
        Assert.Equal(made, read);
        Assert.Equal(card, read!.Card);
        Assert.Equal(settings, read.Settings);
        Assert.Equal(_database.Clock.GetUtcNow(), read.CreatedAt);
    }

    [Fact]
    public async Task Create_TextOverItsLimit_IsRefusedAndNamesTheLimit()
    {
        var card = new StoryCard { Title = new string('x', StoryLimits.Title + 1) };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => _database.Library.CreateAsync(card, new StorySettings()));

        Assert.Contains("Title", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await _database.Library.ListAsync());
    }

    [Fact]
    public async Task List_Stories_LastChangedFirstWithTheirCounts()
    {
        var older = await _database.AddStoryAsync("Older");
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await _database.AddStoryAsync("Newer");
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await _database.AddOpeningAsync(older.Id);

        var list = await _database.Library.ListAsync();

        Assert.Equal(["Older", "Newer"], list.Select(story => story.Title));
        Assert.Equal([(3, 10), (0, 0)], list.Select(story => (story.Paragraphs, story.Words)));
        Assert.Equal(_database.Clock.GetUtcNow(), list[0].ChangedAt);
    }

    [Fact]
    public async Task List_AfterUndo_CountsTheDraftOnly()
    {
        var story = await _database.AddStoryAsync();
        var opening = await _database.AddOpeningAsync(story.Id);
        await _database.AddStepAsync(opening[^1], "One two three.");
        var before = Assert.Single(await _database.Library.ListAsync());

        await _database.Drafts.UndoAsync(story.Id);

        var after = Assert.Single(await _database.Library.ListAsync());
        Assert.Equal((4, 13), (before.Paragraphs, before.Words));
        Assert.Equal((3, 10), (after.Paragraphs, after.Words));
    }

    [Fact]
    public async Task Rename_Story_HasTheNewTitle()
    {
        var story = await _database.AddStoryAsync();

        var renamed = await _database.Library.RenameAsync(story.Id, story.Card.Title, "Another");

        Assert.Equal(new TitleSave(Saved: true, "Another"), renamed);
        Assert.Equal("Another", Assert.Single(await _database.Library.ListAsync()).Title);
    }

    [Fact]
    public async Task Rename_AnotherWindowWasFirst_ChangesNothingAndGivesItsTitle()
    {
        var story = await _database.AddStoryAsync();
        await _database.Library.RenameAsync(story.Id, story.Card.Title, "Theirs");

        var refused = await _database.Library.RenameAsync(story.Id, story.Card.Title, "Mine");
        var again = await _database.Library.RenameAsync(story.Id, refused!.Current, "Mine");

        Assert.Equal((new TitleSave(Saved: false, "Theirs"), new TitleSave(Saved: true, "Mine")), (refused, again));
    }

    [Fact]
    public async Task Delete_ThenRestore_BringsItBackWhole()
    {
        var story = await _database.AddStoryAsync();
        await _database.AddOpeningAsync(story.Id);

        var deleted = await _database.Library.DeleteAsync(story.Id);

        Assert.True(deleted);
        Assert.Empty(await _database.Library.ListAsync());
        Assert.Null(await _database.Drafts.ReadAsync(story.Id));
        Assert.Null(await _database.Store.FindStoryAsync(story.Id, default));
        Assert.True(await _database.Library.RestoreAsync(story.Id));
        Assert.Equal(3, (await _database.Drafts.ReadAsync(story.Id))!.Paragraphs.Count);
    }

    [Fact]
    public async Task Change_StoryThatIsGone_IsFalse()
    {
        var story = await _database.AddStoryAsync();
        await _database.Library.DeleteAsync(story.Id);

        Assert.Null(await _database.Library.RenameAsync(story.Id, story.Card.Title, "Another"));
        Assert.False(await _database.Library.DeleteAsync(story.Id));
        Assert.False(await _database.Library.RestoreAsync(Guid.CreateVersion7()));
    }
}
