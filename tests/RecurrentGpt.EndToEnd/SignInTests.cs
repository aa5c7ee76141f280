using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RecurrentGpt.Web.People.Access;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A desk for two people, from its first start to a door that stays shut.</summary>
public sealed class SignInTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string AdaPassword = "under the apple tree";
    private const string BenPassword = "seven grey herons";

    [Fact]
    public async Task TwoPeople_FromTheFirstStart_HaveADeskEach()
    {
        await using var world = await World.StartAsync(browser, settings: new Dictionary<string, string> { ["SignIn:Enabled"] = "true", ["SignIn:AttemptsAMinute"] = "100" });
        var ada = await BeginAsync(world);
        var desk = await WriteAsync(ada);
        var story = new Uri(desk.Page.Url).PathAndQuery;

        var ben = await AddBenAsync(world, ada);
        await World.GoToAsync(ben, "/");
        await Expect(ben.Locator("main")).Not.ToContainTextAsync("lighthouse");
        await Appearance.CheckAsync(ben, "signed-in-second-person-wide-light");
        await World.GoToAsync(ben, story);
        await Expect(ben.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This story is not here");
        await Expect(ben.Locator("body")).Not.ToContainTextAsync("lighthouse");
        await Pictures.SaveAsync(ben, "story-of-somebody-else-wide-light");

        await SignOutUnderTheDeskAsync(desk, story);
        await LockOutAsync(world);
    }

    private static async Task<IPage> BeginAsync(World world)
    {
        var first = new SignInScreen(await world.OpenBlankAsync());
        await first.Page.GotoAsync("/");
        await Expect(first.Field("Code")).ToBeFocusedAsync();
        await first.Field("Code").FillAsync(world.Services.GetRequiredService<FirstStart>().Code!);
        await first.Field("Name").FillAsync("Ada");
        await Appearance.CheckAsync(first.Page, "first-start-wide-light");
        await first.Field("Password").FillAsync(AdaPassword);
        await first.Button("Begin").ClickAsync();
        await first.Page.Locator("main[data-interactive]").WaitForAsync();
        return first.Page;
    }

    private static async Task<DeskScreen> WriteAsync(IPage page)
    {
        await World.GoToAsync(page, "/new");
        await Premise(page).FillAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the opening" }).ClickAsync();
        var desk = new DeskScreen(page);
        await Expect(desk.Paragraphs).ToHaveCountAsync(3, new() { Timeout = 20_000 });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        return desk;
    }

    private static async Task<IPage> AddBenAsync(World world, IPage ada)
    {
        var settings = await ada.Context.NewPageAsync();
        await World.GoToAsync(settings, "/settings");
        var people = settings.GetByRole(AriaRole.Region, new() { Name = "People" });
        await people.GetByLabel("Name", new() { Exact = true }).FillAsync("Ben");
        await people.GetByLabel("First password").FillAsync(BenPassword);
        await people.GetByRole(AriaRole.Button, new() { Name = "Add somebody" }).ClickAsync();
        await Expect(people.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await people.ScrollIntoViewIfNeededAsync();
        await Appearance.CheckAsync(settings, "settings-people-wide-light");
        await settings.SetViewportSizeAsync(Look.Phone.Width, Look.Phone.Height);
        await people.ScrollIntoViewIfNeededAsync();
        await Pictures.SaveAsync(settings, "settings-people-phone-light");
        await settings.CloseAsync();

        var ben = new SignInScreen(await world.OpenBlankAsync());
        await ben.Page.GotoAsync("/");
        await Expect(ben.Field("Name")).ToBeFocusedAsync();
        await Appearance.CheckAsync(ben.Page, "sign-in-wide-light");
        await ben.Page.SetViewportSizeAsync(Look.Phone.Width, Look.Phone.Height);
        await Appearance.CheckAsync(ben.Page, "sign-in-phone-light");
        await ben.Page.SetViewportSizeAsync(Look.Wide.Width, Look.Wide.Height);
        await ben.SignInAsync("Ben", BenPassword);
        await ben.Page.Locator("main[data-interactive]").WaitForAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeVisibleAsync();
        return ben.Page;
    }

    // In another tab of the same browser; the desk hears of it without being touched.
    private static async Task SignOutUnderTheDeskAsync(DeskScreen desk, string story)
    {
        await desk.Button("Edit paragraph 2").ClickAsync();
        var editor = desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Text of paragraph 2" });
        await editor.FillAsync("She had not saved this yet.");
        await Pictures.SaveAsync(desk.Page, "signed-in-desk-wide-light");
        var other = await desk.Page.Context.NewPageAsync();
        await World.GoToAsync(other, "/new");
        await Premise(other).FillAsync("A premise of Ada's.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Status)).ToHaveTextAsync("You are signed out.");

        var door = new SignInScreen(desk.Page);
        await Expect(door.Button("Sign in")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("body")).Not.ToContainTextAsync("lighthouse");
        await Appearance.CheckAsync(desk.Page, "signed-out-desk-wide-light");

        // Ben at the same browser neither finds what she has not saved, nor takes it from her.
        await new SignInScreen(other).SignInAsync("Ben", BenPassword);
        await other.Locator("main[data-interactive]").WaitForAsync();
        await World.GoToAsync(other, "/new");
        await Premise(other).FillAsync("A premise of Ben's.");
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Status)).ToHaveTextAsync("You are signed out.");
        await door.SignInAsync("Ada", AdaPassword);

        await Expect(desk.Page).ToHaveURLAsync(new Uri(new Uri(desk.Page.Url), story).ToString());
        await Expect(editor).ToHaveValueAsync("She had not saved this yet.");
        await World.GoToAsync(other, "/new");
        await Expect(Premise(other)).ToHaveValueAsync("A premise of Ada's.");
    }

    private static ILocator Premise(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "Premise" });

    private static async Task LockOutAsync(World world)
    {
        var stranger = new SignInScreen(await world.OpenBlankAsync());
        await stranger.Page.GotoAsync("/sign-in");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await stranger.SignInAsync("Ben", $"wrong password {attempt}");
            await Expect(stranger.Alert).ToContainTextAsync(attempt < 5 ? "do not go together" : "too many wrong passwords");
        }

        await Appearance.CheckAsync(stranger.Page, "sign-in-locked-wide-light");
        await stranger.SignInAsync("Ben", BenPassword);
        await Expect(stranger.Alert).ToContainTextAsync("too many wrong passwords");

        var chinese = await world.OpenBlankAsync(Look.Wide with { Locale = "zh-CN" });
        await chinese.GotoAsync("/sign-in?left=true");
        await Expect(chinese.GetByRole(AriaRole.Button, new() { Name = "登录" })).ToBeVisibleAsync();
        await Pictures.SaveAsync(chinese, "sign-in-chinese-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(chinese));
    }
}
