using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>What an author puts on paragraphs, by roles and names.</summary>
public sealed class MarksScreen(DeskScreen desk)
{
    public DeskScreen Desk => desk;

    public ILocator Outline => desk.Page.GetByRole(AriaRole.Navigation, new() { Name = "Outline" });

    public ILocator Chapters => Outline.GetByRole(AriaRole.List, new() { Name = "Chapters" });

    public ILocator Locked => desk.Page.GetByRole(AriaRole.List, new() { Name = "Locked sentences" }).GetByRole(AriaRole.Listitem);

    /// <summary>A story that begins with many short paragraphs of the author's own, so that not all of them are drawn.</summary>
    public static async Task<MarksScreen> BeginAsync(World world, int paragraphs, Look? look = null)
    {
        var page = await world.OpenAsync("/new", look);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start from my own text" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Your opening" }).FillAsync(string.Join("\n\n", Enumerable.Range(1, paragraphs).Select(Prose)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Use my opening" }).ClickAsync();
        var desk = new DeskScreen(page);
        await Expect(desk.Paragraphs).ToHaveCountAsync(Math.Min(paragraphs, 60), new() { Timeout = 20_000 });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        return new MarksScreen(desk);
    }

    public async Task ChooseAsync(int paragraph, string item)
    {
        await desk.Button($"More of paragraph {paragraph}").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }

    public async Task SetChapterAsync(int paragraph, string heading)
    {
        await ChooseAsync(paragraph, "Chapter heading");
        var field = desk.Page.GetByRole(AriaRole.Textbox, new() { Name = $"Chapter heading before paragraph {paragraph}", Exact = true });
        await field.FillAsync(heading);
        await field.PressAsync("Enter");
        await Expect(Heading(heading)).ToBeVisibleAsync();
    }

    public async Task SetNoteAsync(int paragraph, string note)
    {
        await ChooseAsync(paragraph, "Note to self");
        var field = Note(paragraph);
        await field.FillAsync(note);
        await field.PressAsync("Control+Enter");
        await Expect(desk.Paragraph(paragraph)).ToContainTextAsync(note);
    }

    public ILocator Note(int paragraph) => desk.Page.GetByRole(AriaRole.Textbox, new() { Name = $"Note to self on paragraph {paragraph}", Exact = true });

    public ILocator Heading(string text) => desk.Manuscript.GetByRole(AriaRole.Heading, new() { Name = text, Exact = true });

    public ILocator Chapter(string name) => Chapters.GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Puts the cursor into a sentence of the memory and locks it.</summary>
    public async Task LockSentenceAsync(string sentence)
    {
        await desk.Memory.ClickAsync();
        await desk.Memory.EvaluateAsync("(box, sentence) => { const at = box.value.indexOf(sentence) + 2; box.setSelectionRange(at, at); }", sentence);
        await desk.Button("Lock this sentence").ClickAsync();
        await Expect(Locked.Filter(new() { HasText = sentence })).ToBeVisibleAsync();
    }

    public Task CheckAsync(string picture) => Appearance.CheckAsync(desk.Page, picture);

    private static string Prose(int number) =>
        $"On day {number} Mara walked the rows and counted the glass trees by lamplight. One of them hummed lower than the others, and she stood beside it until the hum came up through the soles of her boots.";
}
