using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Stories;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The desk and what is opened from its head, for somebody whose browser asks for Chinese.</summary>
public sealed class DeskInChineseTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly StoryCard Card = new() { Genre = "悬疑", Premise = "林岚守着一座旧灯塔，有一天夜里灯自己亮了。", Language = "中文" };

    [Fact]
    public async Task TheDesk_ForABrowserThatAsksForChinese_IsInChinese()
    {
        await using var world = await World.StartAsync(browser);
        world.Model.Reply = ChineseReply.Write;
        world.Model.Embed = (text, _) => ByLetters(text);
        var page = await world.OpenAsync($"/stories/{await world.WriteOpeningAsync(Card)}", Look.Wide with { Locale = "zh-CN" });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await Expect(Paragraphs(page)).ToHaveCountAsync(3);

        await WriteAsync(world, page);
        await LeftoverAsync(world, page);
        await OpenAsync(page, "键盘快捷键", "键盘快捷键", "shortcuts");
        await OpenAsync(page, "故事设置", "故事设置", "settings");
        await SentAsync(page);
        await EntriesAsync(page);
        await AutopilotAsync(world, page);

        await LookAsync(page, "desk", Look.WideDark);
        await LookAsync(page, "desk", Look.Phone);
        Assert.Equal(4, world.Model.ChatRequests.Count);
    }

    private static async Task WriteAsync(World world, IPage page)
    {
        world.Model.Enqueue(FakeReply.HoldAfter(3, out var hold));
        await Button(page, "写走向 1").ClickAsync();
        await hold.Reached;
        await Expect(Status(page)).ToContainTextAsync("正在写第 4 段…");
        await LookAsync(page, "writing", Look.Wide);
        hold.Release();
        await Expect(Status(page)).ToContainTextAsync("第 4 段写好了。");
        await Expect(Button(page, "停止")).ToHaveCountAsync(0);
        await LookAsync(page, "desk", Look.Wide);
    }

    private static async Task LeftoverAsync(World world, IPage page)
    {
        world.Model.Enqueue(FakeReply.HoldAfter(3, out var hold));
        await Button(page, "写走向 2").ClickAsync();
        await hold.Reached;
        await Button(page, "停止").ClickAsync();
        await Expect(Button(page, "留作段落")).ToBeEnabledAsync();
        await LookAsync(page, "leftover", Look.Wide);
        await Button(page, "丢弃").ClickAsync();
        await Expect(Status(page)).ToContainTextAsync("已丢弃。");
    }

    private static async Task SentAsync(IPage page)
    {
        await Button(page, "发送内容").ClickAsync();
        var sent = Dialog(page, "发送内容");
        await sent.GetByRole(AriaRole.Option, new() { Name = "第 4 段", Exact = true }).ClickAsync();
        await Expect(sent).ToContainTextAsync("全部原样发送：故事、记忆、走向、上一段");
        await LookAsync(page, "sent-prompt", Look.Wide);
        await sent.GetByRole(AriaRole.Tab, new() { Name = "核对" }).ClickAsync();
        await Expect(sent.GetByText("原样发送", new() { Exact = true })).ToHaveCountAsync(4);
        await LookAsync(page, "sent-receipt", Look.Wide);
        await sent.GetByRole(AriaRole.Option, new() { Name = "接下来：走向 1" }).ClickAsync();
        await Expect(sent).ToContainTextAsync("现在会发送这些");
        await LookAsync(page, "sent-next", Look.Wide);
        await CloseAsync(page);
    }

    private static async Task EntriesAsync(IPage page)
    {
        await Button(page, "全部条目").ClickAsync();
        var bench = Dialog(page, "故事记得的一切");
        await bench.GetByRole(AriaRole.Button, new() { Name = "置顶条目 1：总是发送" }).ClickAsync();
        await bench.GetByRole(AriaRole.Button, new() { Name = "屏蔽条目 2：永远不发送" }).ClickAsync();
        await bench.GetByRole(AriaRole.Radio, new() { Name = "走向 3" }).CheckAsync();
        await Expect(bench.GetByText("会发送：置顶")).ToBeVisibleAsync();
        await LookAsync(page, "entries", Look.Wide);
        await bench.GetByRole(AriaRole.Tab, new() { Name = "回忆图" }).ClickAsync();
        await Expect(bench.GetByText("为第几段回忆")).ToBeVisibleAsync();
        await LookAsync(page, "recall-map", Look.Wide);
        await CloseAsync(page);
    }

    // The model writes the same paragraph again, which blows a fuse.
    private static async Task AutopilotAsync(World world, IPage page)
    {
        await Button(page, "自动写作").First.ClickAsync();
        var dialog = Dialog(page, "自动写作");
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "模拟作者" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "发生了这件事就停下" }).FillAsync("有人认出那件外套时");
        await LookAsync(page, "autopilot-author", Look.Wide);
        await LookAsync(page, "autopilot-author", Look.Phone);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "发生了这件事就停下" }).FillAsync("");
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "第一条走向" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Spinbutton, new() { Name = "写多少段" }).FillAsync("3");
        world.Model.Enqueue(FakeReply.HoldAfter(3, out var hold));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "开始自动写作" }).ClickAsync();
        await hold.Reached;
        var bar = page.GetByRole(AriaRole.Region, new() { Name = "自动写作", Exact = true });
        await Expect(bar).ToContainTextAsync("正在写第 5 段");
        await LookAsync(page, "autopilot-running", Look.Wide);
        hold.Release();
        await Expect(bar).ToContainTextAsync("保险丝断开，停在 1 / 3 段。");
        await Expect(bar).ToContainTextAsync("新的段落与第 4 段太接近。");
        await LookAsync(page, "autopilot-fuse", Look.Wide);
    }

    private static async Task OpenAsync(IPage page, string button, string dialog, string picture)
    {
        await Button(page, button).ClickAsync();
        await Expect(Dialog(page, dialog)).ToBeVisibleAsync();
        await LookAsync(page, picture, Look.Wide);
        await CloseAsync(page);
    }

    private static async Task CloseAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    // The server's own way counts words between spaces, of which Chinese has none.
    private static float[] ByLetters(string text)
    {
        var counts = new float[64];
        foreach (var letter in text)
        {
            counts[letter % counts.Length]++;
        }

        return counts;
    }

    private static ILocator Paragraphs(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "书稿" }).GetByRole(AriaRole.Article);

    private static ILocator Status(IPage page) => page.GetByRole(AriaRole.Status, new() { Name = "状态" });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Dialog(IPage page, string name) => page.GetByRole(AriaRole.Dialog, new() { Name = name, Exact = true });

    private static async Task LookAsync(IPage page, string name, Look look)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = look.Theme });
        await page.SetViewportSizeAsync(look.Width, look.Height);
        await Pictures.SaveAsync(page, $"zh-{name}-{look.Name}");
        Assert.Empty(await ScreenWords.LatinOnAsync(page, "灯塔守夜人", Card.Genre));
        Assert.Empty(await Accessibility.FaultsOfAsync(page));
        await page.SetViewportSizeAsync(Look.Wide.Width, Look.Wide.Height);
    }
}
