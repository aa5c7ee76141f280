using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Web.Features.Library;

namespace RecurrentGpt.Web.Tests.Features.Library;

public sealed class ShelfTests : IAsyncLifetime
{
    private LibraryHost _host = null!;

    public async Task InitializeAsync() => _host = await LibraryHost.OpenAsync();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task Load_NoStory_IsEmpty()
    {
        var shelf = _host.NewShelf();

        await shelf.LoadAsync(CancellationToken.None);

        Assert.True(shelf.IsLoaded);
        Assert.True(shelf.IsEmpty);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public async Task Load_ManyStories_CanBeSearched(int stories, bool expected)
    {
        for (var i = 0; i < stories; i++)
        {
            await _host.Database.AddStoryAsync($"Story {i}");
        }

        var shelf = await _host.LoadShelfAsync();

        Assert.Equal(expected, shelf.CanSearch);
    }

    [Fact]
    public async Task Search_PartOfATitleInOtherCase_FindsIt()
    {
        await _host.Database.AddStoryAsync("The Glass Orchard");
        await _host.Database.AddStoryAsync("Short Weight");
        var shelf = await _host.LoadShelfAsync();

        shelf.Search = " glass ";

        Assert.Equal("The Glass Orchard", Assert.Single(shelf.Shown).Title);
    }

    [Fact]
    public async Task Search_Genre_FindsItsStories()
    {
        await _host.Database.AddStoryAsync("The Glass Orchard");
        var shelf = await _host.LoadShelfAsync();

        shelf.Search = "myst";

        Assert.Single(shelf.Shown);
    }

    [Fact]
    public async Task Order_Title_SortsByTitle()
    {
        await _host.Database.AddStoryAsync("beta");
        await _host.Database.AddStoryAsync("Alpha");
        await _host.Database.AddStoryAsync("Gamma");
        var shelf = await _host.LoadShelfAsync();

        shelf.Order = ShelfOrder.Title;

        Assert.Equal(["Alpha", "beta", "Gamma"], shelf.Shown.Select(story => story.Title));
    }

    [Fact]
    public async Task Order_Length_PutsTheLongestFirst()
    {
        await _host.Database.AddStoryAsync("Bare");
        var begun = await _host.Database.AddStoryAsync("Begun");
        await _host.Database.AddOpeningAsync(begun.Id);
        await _host.Database.AddStoryAsync("Bare too");
        var shelf = await _host.LoadShelfAsync();

        shelf.Order = ShelfOrder.Length;

        Assert.Equal(begun.Id, shelf.Shown[0].Id);
    }

    [Fact]
    public async Task Rename_TitleWithSpaces_IsTrimmedAndShown()
    {
        await _host.Database.AddStoryAsync("Old");
        var shelf = await _host.LoadShelfAsync();

        var renamed = await shelf.RenameAsync(new TitleChange(shelf.Shown[0].Id, "Old", "  New  "), CancellationToken.None);

        Assert.Equal(new TitleSave(Saved: true, "New"), renamed);
        Assert.Equal("New", Assert.Single(shelf.Shown).Title);
    }

    [Fact]
    public async Task Delete_ThenUndo_BringsTheStoryBackWhole()
    {
        var story = await _host.Database.AddStoryAsync();
        await _host.Database.AddOpeningAsync(story.Id);
        var shelf = await _host.LoadShelfAsync();
        var before = shelf.Shown[0];

        await shelf.DeleteAsync(before, CancellationToken.None);
        var isGone = shelf.IsEmpty;
        var restored = await shelf.UndoDeleteAsync(CancellationToken.None);

        Assert.True(isGone);
        Assert.True(restored);
        Assert.Equal((before.Id, before.Title, before.Words), (shelf.Shown[0].Id, shelf.Shown[0].Title, shelf.Shown[0].Words));
        Assert.Null(shelf.Deleted);
    }

    [Fact]
    public async Task Delete_StoryGoneAlready_SaysSoAndOffersNoUndo()
    {
        var story = await _host.Database.AddStoryAsync();
        var shelf = await _host.LoadShelfAsync();
        await _host.Database.Library.DeleteAsync(story.Id);

        var deleted = await shelf.DeleteAsync(shelf.Shown[0], CancellationToken.None);

        Assert.False(deleted);
        Assert.Null(shelf.Deleted);
    }

    [Fact]
    public async Task Delete_AutopilotWritesIt_StopsItForGood()
    {
        var story = await _host.Database.AddStoryAsync();
        await _host.Database.AddOpeningAsync(story.Id);
        await _host.Autopilots.StartAsync(story.Id, new AutopilotOrder { Author = AuthorKind.First }, CancellationToken.None);
        var shelf = await _host.LoadShelfAsync();

        await shelf.DeleteAsync(shelf.Shown[0], CancellationToken.None);

        Assert.True(shelf.IsEmpty);
        Assert.Null(_host.Runner.Find(story.Id));
        Assert.Equal(AutopilotState.Stopped, _host.Autopilots.Find(story.Id)!.Record.State);
    }

    [Fact]
    public async Task Delete_StoryBeingWritten_StopsTheRun()
    {
        var story = await _host.Database.AddStoryAsync();
        var run = await _host.StartOpeningAsync(story.Id);
        var shelf = await _host.LoadShelfAsync();

        await shelf.DeleteAsync(shelf.Shown[0], CancellationToken.None);

        Assert.True(run.Completion.IsCompleted);
        Assert.True(shelf.IsEmpty);
    }
}
