using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A reply that lacks something even after it was asked for: nothing is made up, and the person chooses how to go on.</summary>
public sealed class LeftoverTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int Opening = 1;
    private const string Order = "Labels to write, in this order: ";
    private const string Paragraph = "The rope came up light. At its end was a knot, and it was her own. Nobody else on this coast tied it so, and she had not tied it.";

    private const string WithoutMemory = $"""
        Output Paragraph:
        {Paragraph}

        Paragraph Summary:
        The rope comes up with a knot of her own that she never tied.

        Rationale:
        Added: the knot, because nobody else could have tied it.

        Instruction 1:
        She cuts the knot off and burns it. The smell brings the harbour master to the door.

        Instruction 2:
        She lets the rope down again with a question tied into it.

        Instruction 3:
        She says nothing of it, and the next morning there are two ropes.
        """;

    public static TheoryData<string> Looks => [Look.Wide.Name, Look.Phone.Name];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task KeepByHand_MemoryNeverCame_StandsOnTheParagraphAndAsksForNothingMore(string look)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await FailAsync(world, Look.All.Single(one => one.Name == look));
        var before = await desk.Page.Locator("#desk-memory textarea").InputValueAsync();
        var embedded = world.Model.EmbeddingRequests.Count;
        await Expect(Card(desk)).ToContainTextAsync("Not here yet: short-term memory.");
        await Expect(desk.Status).ToContainTextAsync("Missing: short-term memory.");
        await LookAsync(desk, Card(desk), $"leftover-{look}");

        await desk.Button("Keep it, and write the rest by hand").ClickAsync();

        var yours = desk.Page.GetByRole(AriaRole.Region, new() { Name = "Yours to write" });
        await Expect(yours).ToContainTextAsync("stands as it was before this paragraph");
        await Expect(desk.Paragraph(4)).ToContainTextAsync("At its end was a knot");
        await Expect(Card(desk)).ToHaveCountAsync(0);
        await LookAsync(desk, yours, $"kept-by-hand-{look}");
        await yours.GetByRole(AriaRole.Button, new() { Name = "Go to short-term memory" }).ClickAsync();
        await Expect(desk.Memory).ToBeFocusedAsync();
        await Expect(desk.Memory).ToHaveValueAsync(before);
        Assert.Equal(Opening + 3, world.Model.ChatRequests.Count);
        Assert.Equal("The rope comes up with a knot of her own that she never tied.", Assert.Single(world.Model.EmbeddingRequests.Skip(embedded)).Inputs.Single());

        await desk.Memory.FillAsync("The knot at the rope's end is hers, and she never tied it.");
        if (Look.Phone.Name == look)
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Plans" }).ClickAsync();
        }

        await Expect(desk.Plan(3)).ToHaveValueAsync("She says nothing of it, and the next morning there are two ropes.");
        await desk.Write(2).ClickAsync();
        await Expect(desk.Paragraph(5)).ToBeVisibleAsync();
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        Assert.Equal("The knot at the rope's end is hers, and she never tied it.", Sent(world, PartNames.ShortTermMemory));
        Assert.Equal(Paragraph, Sent(world, PartNames.LastParagraph));
    }

    [Fact]
    public async Task AskAgain_MemoryNeverCame_AsksForItAloneAndKeepsTheRest()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await FailAsync(world, Look.Wide);

        await desk.Button("Keep as the paragraph").ClickAsync();

        await WritingTests.WrittenAsync(desk, 4);
        Assert.Equal(Opening + 4, world.Model.ChatRequests.Count);
        Assert.Contains($"{Order}Updated Memory\n", world.Model.ChatRequests[^1].User + "\n", StringComparison.Ordinal);
        Assert.Equal(Paragraph, Sent(world, PartNames.NewParagraph));
        await Expect(desk.Plan(2)).ToHaveValueAsync("She lets the rope down again with a question tied into it.");
    }

    [Fact]
    public async Task WriteItAgain_MemoryNeverCame_WritesAnotherParagraph()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await FailAsync(world, Look.Wide);
        var plan = Marks.TryRead(world.Model.ChatRequests[Opening].User, PartNames.Plan, out var sent) ? sent : "";

        await desk.Button("Write it again").ClickAsync();

        await WritingTests.WrittenAsync(desk, 4);
        await Expect(desk.Paragraph(4)).Not.ToContainTextAsync("At its end was a knot");
        Assert.Equal(plan, Sent(world, PartNames.Plan));
    }

    [Fact]
    public async Task DropIt_MemoryNeverCame_LeavesTheStoryAsItWas()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await FailAsync(world, Look.Wide);

        await desk.Button("Drop it").ClickAsync();

        await Expect(Card(desk)).ToHaveCountAsync(0);
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        await Expect(desk.Write(1)).ToBeEnabledAsync();
        Assert.Equal(Opening + 3, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task ReadTheRawReply_BeforeAndAfterKeeping_ShowsAllThatCame()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await FailAsync(world, Look.Wide);
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);

        await desk.Button("Read the raw reply").ClickAsync();
        await Expect(dialog).ToContainTextAsync("I have nothing to add.");
        await Expect(dialog).ToContainTextAsync("Paragraph Summary:");
        await Pictures.SaveAsync(desk.Page, "leftover-raw-wide-light");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Button("Keep it, and write the rest by hand").ClickAsync();
        await Expect(desk.Paragraph(4)).ToBeVisibleAsync();
        await desk.Button("What was sent").ClickAsync();
        await dialog.GetByRole(AriaRole.Tab, new() { Name = "Reply" }).ClickAsync();

        await Expect(dialog).ToContainTextAsync("I have nothing to add.");
        await Expect(dialog).ToContainTextAsync("Paragraph Summary:");
    }

    // The first reply has no memory, and neither have the two that are asked for it.
    private static async Task<DeskScreen> FailAsync(World world, Look look)
    {
        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.", look);
        world.Model.Enqueue(FakeReply.Of(WithoutMemory));
        world.Model.Enqueue(FakeReply.Of("I have nothing to add."));
        world.Model.Enqueue(FakeReply.Of("Updated Memory:\n"));
        if (look.IsPhone)
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Plans" }).ClickAsync();
        }

        await desk.Write(1).ClickAsync();
        await Expect(Card(desk)).ToBeVisibleAsync(new() { Timeout = 20_000 });
        Assert.Equal(Opening + 3, world.Model.ChatRequests.Count);
        Assert.All(world.Model.ChatRequests.Skip(Opening + 1), repair => Assert.Contains($"{Order}Updated Memory\n", repair.User + "\n", StringComparison.Ordinal));
        return desk;
    }

    private static ILocator Card(DeskScreen desk) => desk.Page.GetByRole(AriaRole.Region, new() { Name = "Unfinished paragraph" });

    private static async Task LookAsync(DeskScreen desk, ILocator part, string name)
    {
        await part.ScrollIntoViewIfNeededAsync();
        await Appearance.CheckAsync(desk.Page, name);
    }

    private static string Sent(World world, string part) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, part, out var text) ? text : throw new InvalidOperationException($"'{part}' was not sent.");
}
