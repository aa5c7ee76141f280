using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The whole path of a novel for somebody who writes Chinese on a Chinese screen, with a model that labels its replies in Chinese.</summary>
public sealed class NovelInChineseTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "玛拉守着一片玻璃果园，夜里会嗡嗡作响；有一棵树不见了。";
    private const string Memory = "玛拉独自一人。没有人知道那封信……";
    private const string Edited = "玛拉烧掉那封“没有拆开”的信。她数到十。";
    private const string Own = "渡船提前一天到了。船夫不肯报上名字。";
    private const string ByHand = "“灯还亮着。”玛拉说。她没有回头！风从海上来……";

    [Fact]
    public async Task ANovel_FromPremiseToLibrary_IsChineseOnTheScreenAndInTheStory()
    {
        await using var world = await World.StartAsync(browser);
        world.Model.Reply = FormReply.WriteUnderOwnLabels;
        var desk = await BeginAsync(world);
        var title = await desk.Title.InnerTextAsync();
        Assert.Equal("第1港的灯", title);
        Assert.Equal((Premise, "中文"), (Sent(world, PartNames.Premise), Sent(world, PartNames.Language)));
        Assert.Contains("摘要", FormReply.WriteUnderOwnLabels(world.Model.ChatRequests[0]), StringComparison.Ordinal);
        Assert.Contains(": at most 20 sentences and 500 characters.\n", world.Model.ChatRequests[0].User, StringComparison.Ordinal);

        await WritePlansAsync(world, desk);
        await LookAtDeskAsync(desk, title);
        await EditAsync(world, desk);
        await BranchAsync(world, desk);
        await LookUpAsync(desk, title);
        await ExportAsync(desk);
        await World.GoToAsync(desk.Page, "/");
        await Expect(desk.Page.GetByRole(AriaRole.List, new() { Name = "故事" })).ToContainTextAsync(title);
        await LookAsync(desk.Page, "library", title);
        await desk.Page.SetViewportSizeAsync(Look.Phone.Width, Look.Phone.Height);
        await Pictures.SaveAsync(desk.Page, "novel-zh-library-phone-light");
    }

    private static async Task<ChineseDesk> BeginAsync(World world)
    {
        var page = await world.OpenAsync("/new", Look.Wide with { Locale = "zh-CN" });
        await page.GetByRole(AriaRole.Textbox, new() { Name = "前提" }).FillAsync(Premise);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "类型" }).FillAsync("奇幻");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "语言" }).FillAsync("中文");
        await LookAsync(page, "new");
        await page.GetByRole(AriaRole.Button, new() { Name = "写开头" }).ClickAsync();
        var desk = new ChineseDesk(page);
        await desk.WrittenAsync(3);
        return desk;
    }

    // One picked, one edited, one of one's own: each is sent as it stands, and costs one chat request and two embeddings.
    private static async Task WritePlansAsync(World world, ChineseDesk desk)
    {
        var (chats, embeddings) = (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count);
        var picked = await desk.Plan(1).InputValueAsync();
        await desk.WriteAsync("写走向 1", 4);
        Assert.Equal(picked, Sent(world, PartNames.Plan));

        await desk.Memory.FillAsync(Memory);
        await Expect(desk.Page.GetByText("2 句，最多 20 句")).ToBeVisibleAsync();
        await desk.Plan(2).FillAsync(Edited);
        await desk.WriteAsync("写走向 2", 5);
        Assert.Equal((Edited, Memory), (Sent(world, PartNames.Plan), Sent(world, PartNames.ShortTermMemory)));

        await desk.OwnPlan.FillAsync(Own);
        await desk.WriteAsync("写我的走向", 6);
        Assert.Equal(Own, Sent(world, PartNames.Plan));
        Assert.Equal((chats + 3, embeddings + 6), (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count));
    }

    private static async Task LookAtDeskAsync(ChineseDesk desk, string title)
    {
        var memory = await desk.Memory.InputValueAsync();
        await Expect(desk.Page.GetByText($"{Prose.Sentences(memory).Count} 句，最多 20 句")).ToBeVisibleAsync();
        var words = 0;
        for (var number = 1; number <= 6; number++)
        {
            words += Prose.Words(await desk.TextOfAsync(number));
            await Expect(desk.Paragraph(number).Locator(".prose").First).ToHaveAttributeAsync("lang", "zh-Hans");
        }

        await Expect(desk.Page.GetByText($"第 6 段 · {words:N0} 字")).ToBeVisibleAsync();
        await Expect(desk.Memory).ToHaveAttributeAsync("lang", "zh-Hans");
        await LookAsync(desk.Page, "desk", title);
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await LookAsync(desk.Page, "desk-dark", title);
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await desk.Page.SetViewportSizeAsync(Look.Phone.Width, Look.Phone.Height);
        await LookAsync(desk.Page, "desk-phone", title);
        await desk.Page.SetViewportSizeAsync(Look.Wide.Width, Look.Wide.Height);
    }

    private static async Task EditAsync(World world, ChineseDesk desk)
    {
        await desk.Button("编辑第 6 段").ClickAsync();
        var field = desk.Manuscript.GetByRole(AriaRole.Textbox);
        await Expect(field).ToHaveAttributeAsync("lang", "zh-Hans");
        await field.FillAsync(ByHand);
        await Pictures.SaveAsync(desk.Page, "novel-zh-edit-wide-light");
        await desk.Button("保存").ClickAsync();
        await Expect(desk.Paragraph(6)).ToContainTextAsync(ByHand);
        await Expect(desk.Button("停止")).ToHaveCountAsync(0);
        await Expect(desk.Button("换一批走向")).ToBeEnabledAsync();

        var offered = await desk.Plan(1).InputValueAsync();
        await desk.Button("换一批走向").ClickAsync();
        await Expect(desk.Plan(1)).Not.ToHaveValueAsync(offered);
        Assert.Equal(ByHand, Sent(world, PartNames.LastParagraph));
        Assert.Contains(offered, Sent(world, PartNames.OfferedPlans), StringComparison.Ordinal);
        await Expect(desk.Button("停止")).ToHaveCountAsync(0);
    }

    private static async Task BranchAsync(World world, ChineseDesk desk)
    {
        await desk.Button("撤销").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(5);
        await desk.Button("重做").ClickAsync();
        await Expect(desk.Paragraph(6)).ToContainTextAsync(ByHand);

        await desk.Button("重写").ClickAsync();
        await Expect(desk.Paragraph(6)).Not.ToContainTextAsync(ByHand);
        await desk.WrittenAsync(6);
        Assert.Equal(Own, Sent(world, PartNames.Plan));

        await desk.Button("撤销").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(5);
        await desk.WriteAsync("写走向 3", 6);
        await desk.Button("分支树").ClickAsync();
        await Expect(desk.Dialog).ToBeVisibleAsync();
        await Pictures.SaveAsync(desk.Page, "novel-zh-tree-wide-light");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Dialog).ToHaveCountAsync(0);
    }

    private static async Task LookUpAsync(ChineseDesk desk, string title)
    {
        await desk.Button("发送内容").ClickAsync();
        await Expect(desk.Dialog.Locator("[aria-busy=false]")).ToBeVisibleAsync();
        await Pictures.SaveAsync(desk.Page, "novel-zh-sent-wide-light");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Dialog).ToHaveCountAsync(0);

        await desk.Button("全部条目").ClickAsync();
        await Expect(desk.Dialog).ToContainTextAsync("故事记得的一切");
        await LookAsync(desk.Page, "entries", title);
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Dialog).ToHaveCountAsync(0);
    }

    private static async Task ExportAsync(ChineseDesk desk)
    {
        var text = await desk.TextOfAsync(6);
        var download = await desk.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await desk.Button("导出").ClickAsync();
            await desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Markdown" }).ClickAsync();
        });
        var markdown = await File.ReadAllTextAsync(await download.PathAsync());

        Assert.Contains(text, markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("输出段落", markdown, StringComparison.Ordinal);
    }

    private static async Task LookAsync(IPage page, string name, params string[] own)
    {
        Assert.Empty(await ScreenWords.LatinOnAsync(page, own));
        Assert.Empty(await Accessibility.FaultsOfAsync(page));
        await Pictures.SaveAsync(page, $"novel-zh-{name}");
    }

    private static string Sent(World world, string part) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, part, out var text) ? text : throw new InvalidOperationException($"'{part}' was not sent.");
}
