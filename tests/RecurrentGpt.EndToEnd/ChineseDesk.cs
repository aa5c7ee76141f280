using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The desk as a person finds their way on it whose screen is Chinese.</summary>
public sealed class ChineseDesk(IPage page)
{
    public IPage Page => page;

    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Manuscript => page.GetByRole(AriaRole.Region, new() { Name = "书稿" });

    public ILocator Paragraphs => Manuscript.GetByRole(AriaRole.Article);

    public ILocator Memory => page.GetByRole(AriaRole.Textbox, new() { Name = "短期记忆" });

    public ILocator OwnPlan => page.GetByRole(AriaRole.Textbox, new() { Name = "你自己的走向" });

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public ILocator Paragraph(int number) => Manuscript.GetByRole(AriaRole.Article, new() { Name = $"第 {number} 段", Exact = true });

    public ILocator Plan(int number) => page.GetByRole(AriaRole.Textbox, new() { Name = $"走向 {number}", Exact = true });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task WriteAsync(string button, int number)
    {
        await Button(button).ClickAsync();
        await WrittenAsync(number);
    }

    public async Task WrittenAsync(int number)
    {
        await Expect(Paragraphs).ToHaveCountAsync(number, new() { Timeout = 20_000 });
        await Expect(Button("停止")).ToHaveCountAsync(0);
        await Expect(Plan(1)).ToBeEditableAsync();
    }

    public async Task<string> TextOfAsync(int number) => string.Join("\n\n", await Paragraph(number).Locator(".prose p").AllInnerTextsAsync());
}
