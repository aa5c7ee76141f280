using Microsoft.Playwright;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Looking back at a step as it was, and writing on from it.</summary>
public sealed class AsItWasTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Mara keeps an orchard of glass trees.";

    [Fact]
    public async Task AStepThatWasEditedLater_IsShownAsItWasWritten_AndAsItIsNow()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world);
        var (paragraph, memory) = (await WritingTests.ParagraphTextAsync(desk, 4), await desk.Memory.InputValueAsync());
        await EditAsync(desk);
        var sent = (Chats: world.Model.ChatRequests.Count, Embeddings: world.Model.EmbeddingRequests.Count);

        var past = await OpenAsync(desk, 4);
        await Expect(past.GetByRole(AriaRole.Article, new() { Name = "Paragraph 4 as it was" })).ToContainTextAsync(paragraph);
        await Expect(past.GetByText("The paragraph was edited since.")).ToBeVisibleAsync();
        await Expect(past.GetByText(memory)).ToBeVisibleAsync();
        await Expect(past.GetByText("Memory was edited since.")).ToBeVisibleAsync();
        await CheckAsync(desk, "as-it-was-wide-light");

        await past.GetByRole(AriaRole.Button, new() { Name = "As it is now: paragraph 4" }).ClickAsync();
        await past.GetByRole(AriaRole.Button, new() { Name = "As it is now: memory that the model wrote" }).ClickAsync();
        await Expect(past).ToContainTextAsync("Mara says nothing of it.");
        await Expect(past).ToContainTextAsync("Nobody knows of the letter.");
        await Expect(past.GetByText(memory)).ToHaveCountAsync(0);
        await CheckAsync(desk, "as-it-was-now-wide-light");

        await past.GetByRole(AriaRole.Tab, new() { Name = "Prompt" }).ClickAsync();
        await Expect(past.Locator("[data-sent]").First).ToBeVisibleAsync();
        await CheckAsync(desk, "as-it-was-prompt-wide-light");
        Assert.Equal(world.Model.ChatRequests[1].User, string.Concat(await past.Locator("[data-sent]").EvaluateAllAsync<string[]>("parts => parts.map(part => part.textContent)")));
        await past.GetByRole(AriaRole.Button, new() { Name = "Earlier paragraph" }).ClickAsync();
        await Expect(past.GetByRole(AriaRole.Heading, new() { Name = "As it was: paragraph 3" })).ToBeVisibleAsync();
        await past.GetByRole(AriaRole.Button, new() { Name = "Later paragraph" }).PressAsync("ArrowLeft");
        await Expect(past.GetByText("the story goes on from its last paragraph only")).ToBeVisibleAsync();
        await Expect(past.GetByRole(AriaRole.Button, new() { Name = "Continue from here" })).ToBeDisabledAsync();
        Assert.Equal(sent, (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count));
    }

    [Fact]
    public async Task Continue_FromAnEarlierStep_WritesABranchFromWhatTheBoxesShow()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world);
        await EditAsync(desk);
        await desk.Button("Redo").ClickAsync();
        await Expect(desk.Status).ToContainTextAsync("Went forward");
        await Expect(desk.Paragraphs).ToHaveCountAsync(5);
        var left = await WritingTests.ParagraphTextAsync(desk, 5);

        var past = await OpenAsync(desk, 4);
        await past.GetByRole(AriaRole.Button, new() { Name = "Continue from here" }).ClickAsync();
        await Expect(past).ToHaveCountAsync(0);
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await Expect(desk.Memory).ToHaveValueAsync("Nobody knows of the letter.");
        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        Assert.Equal("Nobody knows of the letter.", Sent(world, PartNames.ShortTermMemory));
        Assert.Equal("Mara says nothing of it.", Sent(world, PartNames.LastParagraph));
        Assert.DoesNotContain(left, world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
        Assert.NotEqual(left, await WritingTests.ParagraphTextAsync(desk, 5));
    }

    [Fact]
    public async Task InTheDarkAndOnAPhone_ItIsReadable()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world);
        await EditAsync(desk);
        var path = new Uri(desk.Page.Url).PathAndQuery;
        foreach (var look in (Look[])[Look.WideDark, Look.Phone])
        {
            var other = new DeskScreen(await world.OpenAsync(path, look));
            var past = await OpenAsync(other, 4);
            await Expect(past.GetByText("Memory was edited since.")).ToBeVisibleAsync();
            await CheckAsync(other, $"as-it-was-{look.Name}");
            await past.GetByRole(AriaRole.Tab, new() { Name = "Plans" }).ClickAsync();
            await Expect(past.GetByText("One of the three that were offered, word for word.")).ToBeVisibleAsync();
            await CheckAsync(other, $"as-it-was-plans-{look.Name}");
            await past.GetByRole(AriaRole.Tab, new() { Name = "Facts" }).ClickAsync();
            await CheckAsync(other, $"as-it-was-facts-{look.Name}");
            Assert.Equal(0, await other.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        }
    }

    private static async Task<DeskScreen> WriteAsync(World world)
    {
        var desk = await world.BeginStoryAsync(Premise);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        return desk;
    }

    /// <summary>Writes paragraph 5, and then goes back and edits paragraph 4 and its memory.</summary>
    private static async Task EditAsync(DeskScreen desk)
    {
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);
        await desk.Button("Undo").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await desk.Memory.FillAsync("Nobody knows of the letter.");
        await desk.Button("Edit paragraph 4").ClickAsync();
        await desk.Paragraph(4).GetByRole(AriaRole.Textbox).FillAsync("Mara says nothing of it.");
        await desk.Paragraph(4).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(desk.Paragraph(4)).ToContainTextAsync("Mara says nothing of it.");
        await Expect(desk.Status).ToContainTextAsync("was read again");
    }

    private static async Task<ILocator> OpenAsync(DeskScreen desk, int number)
    {
        await desk.Paragraph(number).HoverAsync();
        await desk.Button($"More of paragraph {number}").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "As it was" }).ClickAsync();
        var past = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "As it was" });
        await Expect(past.GetByRole(AriaRole.Article, new() { Name = $"Paragraph {number} as it was" })).ToBeVisibleAsync();
        return past;
    }

    private static string Sent(World world, string part) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, part, out var text) ? text : throw new InvalidOperationException($"{part} was not sent.");

    private static async Task CheckAsync(DeskScreen desk, string picture)
    {
        await Pictures.SaveAsync(desk.Page, picture);
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
    }
}
