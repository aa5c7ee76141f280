using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The screen in Chinese: as the browser asks, and as it is chosen in Settings.</summary>
public sealed class LanguageOfScreenTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "A lighthouse keeper finds a door at the bottom of the tide pool.";

    private static readonly Look Chinese = Look.Wide with { Locale = "zh-CN" };

    [Fact]
    public async Task LibraryNewStoryAndSettings_InAChineseBrowser_AreChinese()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync("/", Chinese);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await CheckAsync(page, "library-empty-zh", "Short Weight");

        await page.GetByRole(AriaRole.Button, new() { Name = "打开示例故事" }).ClickAsync();
        await Expect(page.Locator("article")).ToHaveCountAsync(8);
        await World.GoToAsync(page, "/");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "故事" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
        await CheckAsync(page, "library-zh", "Short Weight", "Historical", "English");

        await World.GoToAsync(page, "/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "写开头" }).ClickAsync();
        await Expect(page.GetByText("用一两句话说说故事讲什么")).ToBeVisibleAsync();
        await CheckAsync(page, "new-zh");

        await World.GoToAsync(page, "/settings");
        await page.GetByRole(AriaRole.Radio, new() { Name = "兼容 OpenAI 的服务器" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.GetByText("缺少服务器的地址。")).ToBeVisibleAsync();
        await CheckAsync(page, "settings-zh");
    }

    [Fact]
    public async Task TheDesk_InAChineseBrowser_StaysChineseWhileAnEnglishOneWrites()
    {
        await using var world = await World.StartAsync(browser);
        var english = await world.BeginStoryAsync(Premise);
        var title = await english.Title.InnerTextAsync();
        var page = await world.OpenAsync(new Uri(english.Page.Url).AbsolutePath, Chinese);
        await Expect(page.Locator("article")).ToHaveCountAsync(3);

        await english.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(english, 4);

        await Expect(page.Locator("article")).ToHaveCountAsync(4);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "写走向 1" })).ToBeEnabledAsync();
        await CheckAsync(page, "desk-zh", title);
        await page.GetByRole(AriaRole.Button, new() { Name = "写走向 2" }).ClickAsync();
        await Expect(english.Paragraphs).ToHaveCountAsync(5);
        await Expect(english.Status).Not.ToContainTextAsync("段");
    }

    [Fact]
    public async Task ALanguage_ChosenByKeyboard_HoldsUntilItIsLeftToTheBrowser()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync("/settings");
        await page.GetByRole(AriaRole.Radio, new() { Name = "As the browser says" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "简体中文" })).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Use this language" })).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this language" }).ScrollIntoViewIfNeededAsync();
        await Pictures.SaveAsync(page, "settings-language-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(page));

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await page.Locator("main[data-interactive]").WaitForAsync();
        await AssertChineseAsync(page);
        await World.GoToAsync(page, "/new");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "新故事" })).ToBeVisibleAsync();

        await World.GoToAsync(page, "/settings");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "简体中文" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "跟随浏览器" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "使用这种语言" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.DoesNotContain(await page.Context.CookiesAsync(), cookie => cookie.Name == "recurrentgpt.language");
    }

    private static async Task CheckAsync(IPage page, string picture, params string[] own)
    {
        await AssertChineseAsync(page, own);
        Assert.Empty(await Accessibility.FaultsOfAsync(page));
        await Pictures.SaveAsync(page, $"{picture}-wide-light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Pictures.SaveAsync(page, $"{picture}-wide-dark");
        await page.SetViewportSizeAsync(Look.PhoneDark.Width, Look.PhoneDark.Height);
        await Pictures.SaveAsync(page, $"{picture}-phone-dark");
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        await page.SetViewportSizeAsync(Look.Wide.Width, Look.Wide.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private static async Task AssertChineseAsync(IPage page, params string[] own)
    {
        var latin = await ScreenWords.LatinOnAsync(page, own);

        Assert.True(latin.Count == 0, string.Join('\n', latin));
    }
}
