using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Play;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.NewStory;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Features.Library;

namespace RecurrentGpt.Web.Tests.Features.NewStory;

public sealed class NewStoryPageTests : BunitContext, IAsyncLifetime
{
    private LibraryHost _host = null!;

    public NewStoryPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public async Task InitializeAsync()
    {
        _host = await LibraryHost.OpenAsync();
        _host.AddTo(Services);
        Services.AddSingleton<FailureText>().AddNewStory();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("Premise", "TEXTAREA", null)]
    [InlineData("Genre", "INPUT", "genres")]
    [InlineData("Title", "INPUT", null)]
    [InlineData("Language", "INPUT", "languages")]
    public void Render_Field_IsLabelledAndOffersItsSuggestions(string label, string element, string? list)
    {
        var page = Render<NewStoryPage>();

        var field = Labelled(page, label);
        Assert.Equal(element, field.TagName);
        Assert.Equal(list, field.GetAttribute("list"));
    }

    [Theory]
    [InlineData("en", "English", "Mystery")]
    [InlineData("zh-Hans", "中文", "悬疑")]
    public void Render_ScreenInALanguage_SuggestsThatLanguageAndItsWordsForGenres(string screen, string language, string genre)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(screen);

        var page = Render<NewStoryPage>();

        Assert.Equal(language, page.Find("#language").GetAttribute("value"));
        Assert.Contains(genre, page.FindAll("#genres option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task Kind_InteractiveFiction_IsWhatTheStoryBecomes()
    {
        var page = Render<NewStoryPage>();
        await Labelled(page, "Premise").InputAsync(new() { Value = "A keeper." });
        var before = page.FindAll("[role=radiogroup]").Count;

        await page.Find("[role=radiogroup] input[value=InteractiveFiction]").ChangeAsync(new() { Value = "InteractiveFiction" });
        await page.Find("input[value=Short]").ChangeAsync(new() { Value = "Short" });
        await Button(page, "Write the opening").ClickAsync(new());

        var story = await StartedAsync();
        Assert.Equal((StoryKind.InteractiveFiction, PlayLength.Short, 1), (story.Card.Kind, story.Settings.Play.Length, before));
        Assert.EndsWith($"/play/{story.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteTheOpening_Premise_OpensTheDesk()
    {
        var page = Render<NewStoryPage>();
        await Labelled(page, "Premise").InputAsync(new() { Value = "A keeper." });

        await Button(page, "Write the opening").ClickAsync(new());

        var story = await StartedAsync();
        Assert.Equal("A keeper.", story.Card.Premise);
        Assert.EndsWith($"/stories/{story.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(RunKind.Opening, _host.Runner.Find(story.Id)?.Request.Kind);
    }

    [Fact]
    public async Task WriteTheOpening_NoPremise_SaysWhatIsMissingAtTheField()
    {
        var page = Render<NewStoryPage>();

        await Button(page, "Write the opening").ClickAsync(new());

        Assert.Equal("true", Labelled(page, "Premise").GetAttribute("aria-invalid"));
        Assert.StartsWith("Say in a sentence or two", page.Find("#Premise-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseMyOpening_OwnText_CountsItAndStartsFromIt()
    {
        var page = Render<NewStoryPage>();
        await Button(page, "Start from my own text").ClickAsync(new());

        await Labelled(page, "Your opening").ChangeAsync(new() { Value = "The lamp was lit." });
        var counted = page.Find("#own-opening").ParentElement!.TextContent;
        await Button(page, "Use my opening").ClickAsync(new());

        Assert.Contains("4 words", counted, StringComparison.Ordinal);
        Assert.Equal("The lamp was lit.", _host.Runner.Find((await StartedAsync()).Id)?.Request.Text);
    }

    [Fact]
    public async Task WriteTheOpening_ModelRefuses_StaysWithTheMessageAndTheText()
    {
        _host.Refusal = new StepFailure(FailureKind.Unauthorized);
        var page = Render<NewStoryPage>();
        await Labelled(page, "Premise").InputAsync(new() { Value = "A keeper." });

        await Button(page, "Write the opening").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("does not accept the key", page.Find(".note[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("A keeper.", Labelled(page, "Premise").GetAttribute("value"));
        Assert.Equal("/settings", page.Find(".note a").GetAttribute("href"));
    }

    // The page moves on once the run is started, so its address names the story.
    private async Task<Story> StartedAsync()
    {
        var id = Guid.Parse(Services.GetRequiredService<NavigationManager>().Uri.Split('/')[^1]);
        return Assert.IsType<Story>(await _host.Database.Store.FindStoryAsync(id, CancellationToken.None));
    }

    private static IElement Labelled(IRenderedComponent<NewStoryPage> page, string label) =>
        page.Find($"#{page.FindAll("label").Single(element => element.TextContent == label).GetAttribute("for")}");

    private static IElement Button(IRenderedComponent<NewStoryPage> page, string name) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == name);
}
