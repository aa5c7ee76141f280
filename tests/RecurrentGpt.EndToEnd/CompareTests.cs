using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Two branches side by side, and a paragraph brought from one into the other.</summary>
public sealed class CompareTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Left = "Mara climbed the signal tower with the lamp in her hand. Nobody had been there since the spring. She counted forty steps and stopped.";
    private const string Right = "Mara climbed the signal tower with the letter in her hand. Somebody had been there in the night. She counted forty steps and stopped.";
    private const string LeftMemory = "Mara keeps a glass orchard. The lamp is in the tower. Tobin waits at the gate.";
    private const string RightMemory = "Mara keeps a glass orchard. Tobin waits at the ferry house. The letter is Zephyrine's.";

    [Fact]
    public async Task TwoBranches_StandSideBySideWithWhatDiffersMarked()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world);
        var path = new Uri(desk.Page.Url).PathAndQuery;
        foreach (var look in (Look[])[Look.Wide, Look.WideDark, Look.Phone])
        {
            var other = new DeskScreen(await world.OpenAsync(path, look));
            var compare = await OpenAsync(other, look);
            await Expect(compare.GetByText("The same up to paragraph 3.")).ToBeVisibleAsync();
            await Expect(compare.Locator("mark").First).ToBeVisibleAsync();
            Assert.Equal(["letter", "Somebody", "in", "night"], await compare.GetByRole(AriaRole.Group, new() { Name = "Paragraph 4 of The draft" }).Locator("mark").AllInnerTextsAsync());
            await CheckAsync(other, $"compare-text-{look.Name}");
            await compare.GetByRole(AriaRole.Tab, new() { Name = "Memory" }).ClickAsync();
            await Expect(compare.GetByRole(AriaRole.Region, new() { Name = "Only in: The draft" })).ToContainTextAsync("The letter is Zephyrine's.");
            await Expect(compare.GetByText("1 sentence in both")).ToBeVisibleAsync();
            await CheckAsync(other, $"compare-memory-{look.Name}");
            Assert.Equal(0, await other.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        }
    }

    [Fact]
    public async Task AParagraph_IsBroughtOverByTheModel_WithOneRequest()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world);
        var chats = world.Model.ChatRequests.Count;

        var compare = await OpenAsync(desk, Look.Wide);
        await ChooseAsync(compare, "Add after paragraph 4 (1 chat request)", "compare-bring-wide-light");
        await Expect(compare).ToHaveCountAsync(0);
        await WritingTests.WrittenAsync(desk, 5);

        await Expect(desk.Paragraph(5)).ToContainTextAsync(Left);
        Assert.Equal(chats + 1, world.Model.ChatRequests.Count);
        Assert.Equal(Left, Sent(world, PartNames.NewParagraph));
        Assert.Equal(RightMemory, Sent(world, PartNames.ShortTermMemory));
        Assert.DoesNotContain("The lamp is in the tower.", world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AParagraph_IsBroughtOverByHand_WithNone()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world);
        var chats = world.Model.ChatRequests.Count;

        await ChooseAsync(await OpenAsync(desk, Look.Wide), "Add after paragraph 4 by hand (no chat request)");
        await Expect(desk.Paragraphs).ToHaveCountAsync(5);

        await Expect(desk.Paragraph(5)).ToContainTextAsync(Left);
        await Expect(desk.Memory).ToHaveValueAsync(RightMemory);
        Assert.Equal(chats, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task AParagraph_IsPutInPlaceOfAnother_AndTheEarlierTextIsKept()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world);
        var chats = world.Model.ChatRequests.Count;

        var compare = await OpenAsync(desk, Look.Wide);
        await ChooseAsync(compare, "Put in place of paragraph 4 (1 chat request)");
        await Expect(compare.GetByText("Both say the same, word for word.")).ToBeVisibleAsync();
        await Expect(compare.GetByText("the earlier text is kept.")).ToBeVisibleAsync();
        await CheckAsync(desk, "compare-placed-wide-light");
        await desk.Page.Keyboard.PressAsync("Escape");

        await Expect(desk.Paragraph(4)).ToContainTextAsync(Left);
        await Expect(desk.Status).ToContainTextAsync("read again");
        Assert.Equal(chats + 1, world.Model.ChatRequests.Count);
        Assert.DoesNotContain("The lamp is in the tower.", world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoingBackAndForth_SendsNoWordOfTheOtherBranch()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("Mara keeps an orchard of glass trees.");
        await StepAsync(world, desk, 4, "Quillon");
        await desk.Button("Undo").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        var first = world.Model.Requests.Count;
        await StepAsync(world, desk, 4, "Zephyrine");
        await StepAsync(world, desk, 5, "Zephyrine");
        AssertNothingOf("Quillon", world, first);

        first = world.Model.Requests.Count;
        await TurnAsync(desk, "Earlier", "Quillon");
        await StepAsync(world, desk, 5, "Quillon");
        await StepAsync(world, desk, 6, "Quillon");
        AssertNothingOf("Zephyrine", world, first);

        first = world.Model.Requests.Count;
        await TurnAsync(desk, "Later", "Zephyrine");
        await StepAsync(world, desk, 6, "Zephyrine");
        AssertNothingOf("Quillon", world, first);
    }

    /// <summary>Writes a step of which each part has a word that no other branch has.</summary>
    private static async Task StepAsync(World world, DeskScreen desk, int number, string word)
    {
        world.Model.Enqueue(FakeReply.Of(ReplyOf($"{word} came up the road with a lamp in turn {number}.", $"{word} keeps the lamp since turn {number}.", word)));
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, number);
        await Expect(desk.Paragraph(number)).ToContainTextAsync(word);
    }

    /// <summary>Goes to the other branch by the arrows of the paragraph where they part.</summary>
    private static async Task TurnAsync(DeskScreen desk, string way, string word)
    {
        await desk.Button($"{way} version of paragraph 4").ClickAsync();
        await Expect(desk.Paragraph(4)).ToContainTextAsync(word);
    }

    private static void AssertNothingOf(string word, World world, int first) =>
        Assert.All(world.Model.Requests.Skip(first), request => Assert.DoesNotContain(word, System.Text.Encoding.UTF8.GetString(request.Body.Span), StringComparison.Ordinal));

    /// <summary>Two branches of one paragraph each; the story stands on the right one.</summary>
    private static async Task<DeskScreen> WriteAsync(World world)
    {
        var desk = await world.BeginStoryAsync("Mara keeps an orchard of glass trees.");
        world.Model.Enqueue(FakeReply.Of(ReplyOf(Left, LeftMemory, "Tobin")));
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        world.Model.Enqueue(FakeReply.Of(ReplyOf(Right, RightMemory, "Zephyrine")));
        await desk.Button("Write again").ClickAsync();
        await Expect(desk.Memory).ToHaveValueAsync(RightMemory);
        await WritingTests.WrittenAsync(desk, 4);
        return desk;
    }

    private static async Task<ILocator> OpenAsync(DeskScreen desk, Look look)
    {
        if (look.IsPhone)
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Outline" }).ClickAsync();
        }

        await desk.Button("Compare").ClickAsync();
        var compare = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Two branches side by side" });
        await Expect(compare.GetByRole(AriaRole.Tab, new() { Name = "Text" })).ToBeVisibleAsync();
        return compare;
    }

    private static async Task ChooseAsync(ILocator compare, string item, string? picture = null)
    {
        await compare.GetByRole(AriaRole.Button, new() { Name = "Bring over paragraph 4" }).ClickAsync();
        await Expect(compare.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(3);
        if (picture is not null)
        {
            await Pictures.SaveAsync(compare.Page, picture);
        }

        await compare.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }

    private static string ReplyOf(string paragraph, string memory, string word) => $"""
        Output Paragraph:
        {paragraph}

        Paragraph Summary:
        {paragraph}

        Rationale:
        Added: what {word} did, because it matters.

        Updated Memory:
        {memory}

        Instruction 1:
        {word} asks who lit the lamp. It stops before anybody answers.

        Instruction 2:
        {word} goes down to the quay. It stops at the water.

        Instruction 3:
        {word} reads the letter aloud. It stops before the name.
        """;

    private static string Sent(World world, string part) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, part, out var text) ? text : throw new InvalidOperationException($"{part} was not sent.");

    private static async Task CheckAsync(DeskScreen desk, string picture)
    {
        await Pictures.SaveAsync(desk.Page, picture);
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
    }
}
