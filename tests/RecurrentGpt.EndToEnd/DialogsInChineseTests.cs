using Microsoft.Playwright;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>What lies beside the draft, for somebody whose browser asks for Chinese: a story in Chinese with two branches, marks, changes and a rewriting.</summary>
public sealed class DialogsInChineseTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly StoryCard Card = new() { Genre = "悬疑", Premise = "林岚守着一座旧灯塔，有一天夜里灯自己亮了。", Language = "中文" };

    [Fact]
    public async Task EveryPartBesideTheDraft_ForABrowserThatAsksForChinese_IsInChinese()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync($"/stories/{await world.WriteOpeningAsync(Card)}", Look.Wide with { Locale = "zh-CN" });
        await WriteAsync(page, "写走向 1", 4);
        await WriteAsync(page, "写走向 2", 5);
        await Button(page, "撤销").ClickAsync();
        await Expect(Paragraphs(page)).ToHaveCountAsync(4);
        await WriteAsync(page, "写走向 3", 5);
        await MarkAsync(page);

        await TreeAsync(page);
        await CompareAsync(page);
        await AsItWasAsync(page);
        await RoadsAsync(page);
        await HistoryAsync(page);
        await EditAsync(page);
        await RewriteAsync(page);
        await PromptsAsync(page);
    }

    private static async Task MarkAsync(IPage page)
    {
        await ChooseAsync(page, 2, "章节标题");
        var heading = page.GetByRole(AriaRole.Textbox, new() { Name = "第 2 段之前的章节标题" });
        await heading.FillAsync("灯塔之夜");
        await heading.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "灯塔之夜" })).ToBeVisibleAsync();
        await ChooseAsync(page, 3, "给自己的便笺");
        var note = page.GetByRole(AriaRole.Textbox, new() { Name = "给自己的便笺，第 3 段" });
        await note.FillAsync("查一查潮汐表。");
        await note.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Note)).ToContainTextAsync("给自己的便笺 · 永远不会发送");
        await ChooseAsync(page, 3, "锁定");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "已锁定" })).ToBeVisibleAsync();
        await ChooseAsync(page, 4, "与走向对照");
        await Expect(Button(page, "关闭第 4 段的走向")).ToBeVisibleAsync();
        await LookAsync(page, "marks");
    }

    private static async Task TreeAsync(IPage page)
    {
        await Button(page, "分支树").ClickAsync();
        var tree = Dialog(page, "分支树");
        await Expect(tree.GetByText("依照的走向")).ToBeVisibleAsync();
        await LookAsync(page, "tree");
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task CompareAsync(IPage page)
    {
        await Button(page, "对照").ClickAsync();
        var compare = Dialog(page, "两条分支并排对照");
        await Expect(compare.GetByText("直到第 4 段都相同。")).ToBeVisibleAsync();
        await compare.GetByRole(AriaRole.Button, new() { Name = "取用第 5 段" }).ClickAsync();
        await Expect(compare.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(3);
        await LookAsync(page, "compare");
        await page.Keyboard.PressAsync("Escape");
        await Expect(compare.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(0);
        await compare.GetByRole(AriaRole.Tab, new() { Name = "记忆" }).ClickAsync();
        await Expect(compare.GetByRole(AriaRole.Region, new() { Name = "仅见于：稿子" })).ToBeVisibleAsync();
        await LookAsync(page, "compare-memory");
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task AsItWasAsync(IPage page)
    {
        await ChooseAsync(page, 4, "当时的样子");
        var past = Dialog(page, "当时的样子：第 4 段");
        foreach (var (tab, picture) in ((string, string)[])[("走向", "plans"), ("回忆", "recalled"), ("数据", "facts"), ("记忆", "memory")])
        {
            await past.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();
            await Expect(past.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
            await LookAsync(page, $"as-it-was-{picture}");
        }

        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task RoadsAsync(IPage page)
    {
        await Button(page, "未选的路").ClickAsync();
        await Expect(Dialog(page, "未选的路").GetByRole(AriaRole.Status)).ToContainTextAsync("条路");
        await LookAsync(page, "roads");
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task HistoryAsync(IPage page)
    {
        await Button(page, "历史").ClickAsync();
        await Expect(Dialog(page, "记忆，一步一步").GetByText("第 5 步之后的记忆")).ToBeVisibleAsync();
        await LookAsync(page, "memory-history");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Heading, new() { Name = "第 5 步的改动" }).ScrollIntoViewIfNeededAsync();
        await LookAsync(page, "memory-changes");
    }

    private static async Task EditAsync(IPage page)
    {
        await Paragraphs(page).Nth(4).HoverAsync();
        await Button(page, "编辑第 5 段").ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "第 5 段的文字" }).FillAsync("林岚没有提那封信。她把灯重新点亮，坐到窗边。海面上什么也没有。");
        await Paragraphs(page).Nth(4).GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "状态" })).ToContainTextAsync("编辑过的段落已重读。");
        await LookAsync(page, "edited");
        await ChooseAsync(page, 5, "先前的文字");
        await Expect(Dialog(page, "第 5 段先前的文字")).ToContainTextAsync("模型写成时的文字");
        await LookAsync(page, "earlier-texts");
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task RewriteAsync(IPage page)
    {
        await ChooseAsync(page, 5, "改写…");
        var bar = page.GetByRole(AriaRole.Group, new() { Name = "改写选段" });
        await Expect(bar).ToBeVisibleAsync();
        await LookAsync(page, "rewrite-bar");
        await bar.GetByRole(AriaRole.Button, new() { Name = "放慢节奏" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "第 5 段的改写建议" })).ToBeVisibleAsync();
        await LookAsync(page, "rewrite-proposal");
    }

    private static async Task PromptsAsync(IPage page)
    {
        await Button(page, "故事设置").ClickAsync();
        await Button(page, "提示词…").ClickAsync();
        await Expect(Dialog(page, "提示词").GetByText("须写明的标签")).ToBeVisibleAsync();
        await LookAsync(page, "prompts", [.. TemplateForm.Step.Labels, .. TemplateForm.Step.Parts]);
    }

    private static async Task WriteAsync(IPage page, string button, int paragraphs)
    {
        await Button(page, button).ClickAsync();
        await Expect(Paragraphs(page)).ToHaveCountAsync(paragraphs);
        await Expect(Button(page, "停止")).ToHaveCountAsync(0);
        await Expect(Button(page, button)).ToBeEnabledAsync();
    }

    private static async Task ChooseAsync(IPage page, int paragraph, string item)
    {
        await Paragraphs(page).Nth(paragraph - 1).HoverAsync();
        await Button(page, $"第 {paragraph} 段的更多操作").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }

    private static ILocator Paragraphs(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "书稿" }).GetByRole(AriaRole.Article);

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Dialog(IPage page, string name) => page.GetByRole(AriaRole.Dialog, new() { Name = name, Exact = true });

    private static async Task LookAsync(IPage page, string name, params string[] own)
    {
        await Pictures.SaveAsync(page, $"zh-{name}-wide-light");
        Assert.Empty(await ScreenWords.LatinOnAsync(page, ["sample-writer", "Delete", .. own]));
        Assert.Empty(await Accessibility.FaultsOfAsync(page));
    }
}
