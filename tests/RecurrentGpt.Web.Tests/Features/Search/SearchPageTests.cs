using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Search;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Features.Search;

public sealed class SearchPageTests : BunitContext, IAsyncLifetime
{
    private SearchHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await SearchHost.OpenAsync();
        Services.AddLocalization();
        Services.AddSingleton<FailureText>();
        Services.AddTransient(_ => _host.NewSearch());
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public void Render_NothingTyped_SaysWhatCanBeTyped()
    {
        var page = Open(null);

        page.Find("h1").MarkupMatches("""<h1 tabindex="-1">Search your stories</h1>""");
        Assert.Equal("library-search", page.Find("label").GetAttribute("for"));
        Assert.Contains("Type a word", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("section"));
        Assert.Equal(("get", "/search", "q"), (page.Find("form").GetAttribute("method"), page.Find("form").GetAttribute("action"), page.Find("input").GetAttribute("name")));
    }

    [Fact]
    public async Task Type_BeforeAnythingIsSearched_ReadsTheVectors()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.");
        var page = Open(null);
        Assert.False(_host.Vectors.IsOpen);

        page.Find("input").Input("l");

        page.WaitForAssertion(() => Assert.True(_host.Vectors.IsOpen));
        Assert.Empty(page.FindAll("section"));
    }

    [Fact]
    public async Task Render_Found_ShowsTitleNumberAndTheWordMarked()
    {
        var steps = await _host.WriteAsync("The <i>Shore</i>", "The lamp & the <b>lamp</b> were lit.");

        var page = Open("lamp");

        page.WaitForAssertion(() => Assert.Equal("1 paragraph", Section(page, "Words").QuerySelector("[role=status]")!.TextContent));
        var hit = Section(page, "Words").QuerySelector("li")!;
        Assert.Equal($"/stories/{steps[0].StoryId}?paragraph={steps[0].Id}", hit.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("The <i>Shore</i>", hit.QuerySelector(".title")!.TextContent);
        Assert.Equal("paragraph 1", hit.QuerySelector(".number")!.TextContent);
        Assert.Equal("The lamp & the <b>lamp</b> were lit.", hit.QuerySelector("p")!.TextContent);
        Assert.Equal(["lamp", "lamp"], hit.QuerySelectorAll("p > *").Select(mark => mark.TextContent));
        Assert.Equal("Words", hit.ParentElement!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Render_ByItsAddress_AsksNoServerUntilTheButtonIsPressed()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.");
        var page = Open("lamp");
        page.WaitForAssertion(() => Assert.NotNull(Section(page, "Meaning").QuerySelector("button")));
        Assert.Empty(_host.Embedder.Requests);

        await Section(page, "Meaning").QuerySelector("button")!.ClickAsync(new());

        page.WaitForAssertion(() => Assert.Single(Section(page, "Meaning").QuerySelectorAll("li")));
        Assert.Single(_host.Embedder.Requests);
        Assert.Contains("nearest first", Section(page, "Meaning").QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_Typed_GoesToItsAddressAndSearchesByMeaningToo()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.");
        var page = Open(null);

        await page.Find("input").InputAsync(new ChangeEventArgs { Value = " the lämp & more? " });
        await page.Find("form").SubmitAsync();

        Assert.EndsWith("/search?q=the%20l%C3%A4mp%20%26%20more%3F", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(["the lämp & more?"], Assert.Single(_host.Embedder.Requests)));
        page.WaitForAssertion(() => Assert.Contains("No paragraph has these words.", Section(page, "Words").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Render_EmbeddingFails_ShowsWordsAndTheReason()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.");
        _host.Embedder.Failure = new StepFailure(FailureKind.Unreachable);
        var page = Open("lamp");
        page.WaitForAssertion(() => Assert.NotNull(Section(page, "Meaning").QuerySelector("button")));

        await Section(page, "Meaning").QuerySelector("button")!.ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("What was found by words stays.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Single(Section(page, "Words").QuerySelectorAll("li"));
    }

    [Fact]
    public void Render_NothingFoundAndNothingToCompare_SaysSo()
    {
        var page = Open("lamp");

        page.WaitForAssertion(() => Assert.Contains("No paragraph has these words.", Section(page, "Words").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("ul"));
    }

    [Fact]
    public async Task Render_StillReading_SaysHowMuchIsMissing()
    {
        await _host.WriteAsync("Shore", [.. Enumerable.Range(0, 1_001).Select(number => $"Lamp {number}.")]);

        var page = Open("lamp");

        page.WaitForAssertion(() => Assert.Contains("1 paragraph has not been read", page.Find(".note").TextContent, StringComparison.Ordinal));
        Assert.Contains("there are more", Section(page, "Words").QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await page.Find(".note button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".note")));
    }

    [Fact]
    public void Render_TooLong_SaysHowLongItMayBe()
    {
        var page = Open(new string('a', LibrarySearch.LongestQuery + 1));

        Assert.Contains("200", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("200", page.Find("input").GetAttribute("maxlength"));
    }

    [Fact]
    public void Render_NotInteractiveYet_SearchesForNothing()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var page = Open("lamp");

        Assert.Equal("lamp", page.Find("input").GetAttribute("value"));
        Assert.Empty(page.FindAll("section"));
        Assert.Contains("Searching", page.Markup, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Section(IRenderedComponent<SearchPage> page, string heading) =>
        page.FindAll("section").Single(section => section.QuerySelector("h2")!.TextContent == heading);

    private IRenderedComponent<SearchPage> Open(string? typed)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(typed is null ? "/search" : $"/search?q={Uri.EscapeDataString(typed)}");
        return Render<SearchPage>();
    }
}
