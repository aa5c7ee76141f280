using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>The desk as a person finds their way on it: every part by its role and its name.</summary>
public sealed class DeskScreen(IPage page)
{
    public IPage Page => page;

    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Manuscript => page.GetByRole(AriaRole.Region, new() { Name = "Manuscript" });

    public ILocator Paragraphs => Manuscript.GetByRole(AriaRole.Article);

    public ILocator Memory => page.GetByRole(AriaRole.Textbox, new() { Name = "Short-term memory" });

    public ILocator Recalled => page.GetByRole(AriaRole.Region, new() { Name = "Long-term memory" });

    public ILocator OwnPlan => page.GetByRole(AriaRole.Textbox, new() { Name = "Your own plan" });

    public ILocator Status => page.GetByRole(AriaRole.Status, new() { Name = "Status" });

    public ILocator Paragraph(int number) => Manuscript.GetByRole(AriaRole.Article, new() { Name = $"Paragraph {number}", Exact = true });

    public ILocator Plan(int number) => page.GetByRole(AriaRole.Textbox, new() { Name = $"Plan {number}", Exact = true });

    public ILocator Write(int number) => Button($"Write plan {number}");

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
