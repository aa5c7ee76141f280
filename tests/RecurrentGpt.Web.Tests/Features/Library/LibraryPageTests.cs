using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Tests.Features.Play;

namespace RecurrentGpt.Web.Tests.Features.Library;

public sealed class LibraryPageTests : BunitContext, IAsyncLifetime
{
    private LibraryHost _host = null!;

    public LibraryPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public async Task InitializeAsync()
    {
        _host = await LibraryHost.OpenAsync();
        _host.AddTo(Services);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public void Render_NoStory_TeachesAndOffersTheFirstTwoWays()
    {
        var page = Render<LibraryPage>();

        page.WaitForAssertion(() => Button(page, "Open a sample story"));
        page.Find("h1").MarkupMatches("""<h1 tabindex="-1">Your stories</h1>""");
        Assert.Equal("/new", page.FindAll("a").Single(link => link.TextContent == "New story").GetAttribute("href"));
    }

    [Fact]
    public async Task Render_Stories_ListsEachWithOneLink()
    {
        var story = await _host.Database.AddStoryAsync("The Glass Orchard");
        await _host.Database.AddOpeningAsync(story.Id);

        var page = Render<LibraryPage>();

        page.WaitForAssertion(() => page.Find("ul[aria-label=Stories] li"));
        var link = Assert.Single(page.FindAll("li a"));
        Assert.Equal("The Glass Orchard", link.TextContent);
        Assert.Equal($"/stories/{story.Id}", link.GetAttribute("href"));
        Assert.Single(page.FindAll("a"), a => a.TextContent == "New story");
        Assert.Contains("3 paragraphs", page.Find("li").TextContent, StringComparison.Ordinal);
        Assert.Contains("just now", page.Find("li time").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_FullShelf_ShowsTheLastChangedAndTheOthersWhenAsked()
    {
        for (var i = 1; i <= 62; i++)
        {
            await _host.Database.AddStoryAsync($"Story {i}");
        }

        var page = Render<LibraryPage>();
        page.WaitForAssertion(() => Assert.Equal(60, page.FindAll("li").Count));

        Button(page, "Show 2 more").Click();

        Assert.Equal(62, page.FindAll("li").Count);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.StartsWith("Show", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TurnKind.Action, 5, "Turn 5 of 12")]
    [InlineData(TurnKind.Ending, 12, "Ended")]
    public async Task Render_StoryThatIsPlayed_IsOpenedOnItsPageAndTellsItsTurn(TurnKind kind, int number, string expected)
    {
        var story = await _host.Database.AddInteractiveAsync();
        await _host.Database.PlayAsync((await _host.Database.AddOpeningAsync(story.Id))[^1], number, "Open the door.", kind);

        var page = Render<LibraryPage>();

        page.WaitForAssertion(() => Assert.Equal($"/play/{story.Id}", Assert.Single(page.FindAll("li a")).GetAttribute("href")));
        Assert.Contains(expected, page.FindAll("li .fact").Select(fact => fact.TextContent));
    }

    [Fact]
    public async Task OpenOnTheDesk_StoryThatIsPlayed_GoesThere()
    {
        var story = await _host.Database.AddInteractiveAsync("The Lamp");
        await _host.Database.AddOpeningAsync(story.Id);
        var page = Render<LibraryPage>();
        page.WaitForAssertion(() => page.Find("li"));

        await Button(page, "Open The Lamp on the desk").ClickAsync(new());

        Assert.EndsWith($"/stories/{story.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_StoryWithoutATitle_IsCalledUntitled()
    {
        await _host.Database.Library.CreateAsync(new StoryCard { Premise = "A lamp." }, new StorySettings());

        var page = Render<LibraryPage>();

        page.WaitForAssertion(() => Assert.Equal("Untitled story", page.Find("li a").TextContent));
        Assert.Contains("not begun", page.Find("li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_StoryBeingWritten_SaysSoUntilItEnds()
    {
        var story = await _host.Database.AddStoryAsync();
        var run = await _host.StartOpeningAsync(story.Id);
        var page = Render<LibraryPage>();
        page.WaitForAssertion(() => Assert.Contains("being written", page.Find("li").TextContent, StringComparison.Ordinal));

        await run.StopAsync();

        page.WaitForAssertion(() => Assert.DoesNotContain("being written", page.Find("li").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rename_NewTitle_IsShownAndStored()
    {
        var story = await _host.Database.AddStoryAsync("Old");
        var page = Render<LibraryPage>();
        page.WaitForAssertion(() => page.Find("li"));
        await Button(page, "Rename Old").ClickAsync(new());

        await page.Find("li input").InputAsync(new() { Value = "New" });
        await page.Find("li form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("New", page.Find("li a").TextContent));
        Assert.Equal("New", (await _host.Database.Store.FindStoryAsync(story.Id, CancellationToken.None))?.Card.Title);
    }

    [Fact]
    public async Task Rename_Escape_LeavesTheTitle()
    {
        await _host.Database.AddStoryAsync("Old");
        var page = Render<LibraryPage>();
        page.WaitForAssertion(() => page.Find("li"));
        await Button(page, "Rename Old").ClickAsync(new());
        await page.Find("li input").InputAsync(new() { Value = "New" });

        await page.Find("li form").KeyDownAsync(Key.Escape);

        Assert.Equal("Old", page.Find("li a").TextContent);
    }

    [Fact]
    public async Task Delete_Story_IsToldWithAWayBack()
    {
        await _host.Database.AddStoryAsync("Old");
        var page = Render<LibraryPage>();
        page.WaitForAssertion(() => page.Find("li"));

        await Button(page, "Delete Old").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("“Old” is deleted.", page.Find(".notice [role=status]").TextContent));
        await Button(page, "Undo").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Old", page.Find("li a").TextContent));
        Assert.Equal("“Old” is back.", page.Find(".notice [role=status]").TextContent);
    }

    [Fact]
    public async Task Render_StorageFails_SaysSoAndTriesAgain()
    {
        await _host.Database.AddStoryAsync("Old");
        var file = _host.Database.Folder.Database;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(file, file + ".away");
        var page = Render<LibraryPage>();
        page.WaitForAssertion(() => page.Find("[role=alert]"));
        File.Move(file + ".away", file, overwrite: true);

        await Button(page, "Try again").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Old", page.Find("li a").TextContent));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    private static IElement Button(IRenderedComponent<LibraryPage> page, string name) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == name || button.GetAttribute("aria-label") == name);
}
