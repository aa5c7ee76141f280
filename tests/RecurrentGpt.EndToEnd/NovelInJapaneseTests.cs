using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A novel in Japanese on an English screen: told from the screen by its language, counted in characters, and read from labels of its own.</summary>
public sealed class NovelInJapaneseTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "マラは夜に鳴る硝子の果樹園を守っている。「木が一本消えた。」と彼女は言う。";
    private const string Memory = "「灯は消えた。」とマラは言った。誰も手紙のことを知らない……。";

    [Fact]
    public async Task ANovel_InJapanese_IsReadCountedAndShownAsJapanese()
    {
        await using var world = await World.StartAsync(browser);
        world.Model.Reply = FormReply.WriteUnderOwnLabels;
        var desk = await BeginAsync(world);
        await Expect(desk.Title).ToHaveTextAsync("第1港の灯");
        Assert.Equal((Premise, "日本語"), (Sent(world, PartNames.Premise), Sent(world, PartNames.Language)));
        Assert.Contains(": at most 20 sentences and 500 characters.\n", world.Model.ChatRequests[0].User, StringComparison.Ordinal);

        var picked = await desk.Plan(3).InputValueAsync();
        await desk.Write(3).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        await desk.Memory.FillAsync(Memory);
        await Expect(desk.Page.GetByText("2 of 20 sentences")).ToBeVisibleAsync();
        await desk.OwnPlan.FillAsync("渡し船が一日早く着く。「名は言えぬ。」と船頭は答える。");
        await desk.Button("Write my plan").ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        Assert.Equal(Memory, Sent(world, PartNames.ShortTermMemory));
        Assert.Equal((3, 5), (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count));
        Assert.Equal(picked, Marks.TryRead(world.Model.ChatRequests[1].User, PartNames.Plan, out var plan) ? plan : null);
        await LookAsync(desk);
        await Expect(desk.Page.GetByText($"paragraph 5 · {await WordsAsync(desk)} words")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task TheSampleWriter_OfAStoryInJapanese_SaysThatItWritesNone()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var desk = await BeginAsync(world);

        await Expect(desk.Status).ToContainTextAsync("It knows only English and Chinese, so what it writes is not 日本語, and only a sample.");
        await Pictures.SaveAsync(desk.Page, "novel-ja-sample-wide-light");
    }

    private static async Task<DeskScreen> BeginAsync(World world)
    {
        var page = await world.OpenAsync("/new");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Premise" }).FillAsync(Premise);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Genre" }).FillAsync("幻想");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Language" }).FillAsync("日本語");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the opening" }).ClickAsync();
        var desk = new DeskScreen(page);
        await WritingTests.WrittenAsync(desk, 3);
        return desk;
    }

    // The screen stays English for who hears it; all that is story is Japanese.
    private static async Task LookAsync(DeskScreen desk)
    {
        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(desk.Memory).ToHaveAttributeAsync("lang", "ja");
        Assert.Equal(0, await desk.Page.Locator(".prose:not([lang=ja][dir=auto])").CountAsync());
        Assert.Contains("Mincho", await desk.Paragraph(5).Locator(".prose").EvaluateAsync<string>("prose => getComputedStyle(prose).fontFamily"), StringComparison.Ordinal);
        await SaveAsync(desk, "wide-light");
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await SaveAsync(desk, "wide-dark");
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await desk.Page.SetViewportSizeAsync(Look.Phone.Width, Look.Phone.Height);
        await SaveAsync(desk, "phone-light");
        await desk.Page.SetViewportSizeAsync(Look.Wide.Width, Look.Wide.Height);
    }

    private static async Task SaveAsync(DeskScreen desk, string look)
    {
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await Pictures.SaveAsync(desk.Page, $"novel-ja-desk-{look}");
    }

    private static async Task<string> WordsAsync(DeskScreen desk)
    {
        var words = 0;
        for (var number = 1; number <= 5; number++)
        {
            words += Prose.Words(await WritingTests.ParagraphTextAsync(desk, number));
        }

        return words.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Sent(World world, string part) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, part, out var text) ? text : throw new InvalidOperationException($"'{part}' was not sent.");
}
