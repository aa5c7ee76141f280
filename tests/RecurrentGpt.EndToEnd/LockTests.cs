using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>What the author has locked, whatever the model does.</summary>
public sealed class LockTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Gate = "The gate closed by itself at dawn.";
    private const string Letter = "A letter in her own hand is hidden behind the stove.";
    private const string Before = "Mara keeps a glass orchard that hums. " + Gate + " " + Letter;

    [Fact]
    public async Task ALockedParagraph_CannotBeWrittenAgainUntilItIsUnlocked()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("Mara keeps an orchard of glass trees.");
        var marks = new MarksScreen(desk);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        await marks.ChooseAsync(4, "Lock");
        await Expect(desk.Paragraph(4).GetByRole(AriaRole.Img, new() { Name = "Locked" })).ToBeVisibleAsync();
        var (text, sent) = (await desk.Paragraph(4).Locator("p").First.InnerTextAsync(), world.Model.Requests.Count);

        await desk.Button("Write again").ClickAsync();

        await Expect(desk.Status).ToContainTextAsync("This paragraph is locked");
        await Expect(desk.Status).ToContainTextAsync("Unlock it in its menu");
        Assert.Equal(sent, world.Model.Requests.Count);
        await Expect(desk.Paragraph(4)).ToContainTextAsync(text);
        await marks.CheckAsync("lock-paragraph-wide-light");
        await marks.ChooseAsync(4, "Unlock");
        await Expect(desk.Paragraph(4).GetByRole(AriaRole.Img, new() { Name = "Locked" })).ToHaveCountAsync(0);
        await desk.Button("Write again").ClickAsync();
        await Expect(desk.Status).ToContainTextAsync("Paragraph 4 is written");
        Assert.True(world.Model.Requests.Count > sent);
    }

    [Fact]
    public async Task ALockedSentence_ThatTheModelDropsAndThenRewords_StandsInTheBoxAndInTheNextRequest()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("Mara keeps an orchard of glass trees.");
        var marks = new MarksScreen(desk);
        await desk.Memory.FillAsync(Before);
        await marks.LockSentenceAsync(Gate);
        await Expect(marks.Locked).ToHaveCountAsync(1);

        world.Model.Enqueue(FakeReply.Of(ReplyOf("Mara keeps a glass orchard that hums. " + Letter)));
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        await Expect(desk.Memory).ToHaveValueAsync(Before);
        await Expect(Changes(desk, 4)).ToContainTextAsync("locked: kept as it was");

        world.Model.Enqueue(FakeReply.Of(ReplyOf("Mara keeps a glass orchard that hums. The gate closed by itself, quietly, at dawn. The boy came by the cellar.")));
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);
        Assert.Equal(Before, Sent(world, PartNames.ShortTermMemory));
        Assert.Equal(Gate, Sent(world, PartNames.LockedSentences));
        await Expect(desk.Memory).ToHaveValueAsync($"Mara keeps a glass orchard that hums. {Gate} The boy came by the cellar.");
        await Expect(Changes(desk, 5)).ToContainTextAsync("locked: kept as it was");
        await marks.CheckAsync("lock-sentence-wide-light");

        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 6);
        Assert.Equal($"Mara keeps a glass orchard that hums. {Gate} The boy came by the cellar.", Sent(world, PartNames.ShortTermMemory));
        Assert.Equal(Gate, Sent(world, PartNames.LockedSentences));
    }

    [Fact]
    public async Task ALockedSentence_RewordedByHandStaysLocked_AndUnlockedIsFree()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("Mara keeps an orchard of glass trees.");
        var marks = new MarksScreen(desk);
        await desk.Memory.FillAsync(Before);
        await marks.LockSentenceAsync(Gate);

        await desk.Memory.FillAsync(Before.Replace("at dawn", "at noon", StringComparison.Ordinal));
        await Expect(marks.Locked).ToContainTextAsync("The gate closed by itself at noon.");
        await Expect(desk.Page.GetByText("saving…")).ToHaveCountAsync(0);
        await desk.Page.ReloadAsync();
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
        await Expect(marks.Locked).ToContainTextAsync("The gate closed by itself at noon.");
        await desk.Button("Unlock: The gate closed by itself at noon.").ClickAsync();
        await Expect(marks.Locked).ToHaveCountAsync(0);

        world.Model.Enqueue(FakeReply.Of(ReplyOf("Mara keeps a glass orchard that hums.")));
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        await Expect(desk.Memory).ToHaveValueAsync("Mara keeps a glass orchard that hums.");
        Assert.DoesNotContain(PartNames.LockedSentences, world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALockedSentence_OnAPhone_IsLockedByTouch()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("Mara keeps an orchard of glass trees.", Look.Phone);
        var marks = new MarksScreen(desk);
        await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Memory" }).ClickAsync();
        await desk.Memory.FillAsync(Before);
        await marks.LockSentenceAsync(Letter);

        Assert.True((await desk.Button("Lock this sentence").BoundingBoxAsync())!.Height >= 44);
        Assert.True((await desk.Button($"Unlock: {Letter}").BoundingBoxAsync())!.Height >= 44);
        await marks.CheckAsync("lock-sentence-phone-light");
    }

    private static ILocator Changes(DeskScreen desk, int step) => desk.Page.GetByRole(AriaRole.List, new() { Name = $"What changed in step {step}" });

    private static string Sent(World world, string part) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, part, out var text) ? text : throw new InvalidOperationException($"'{part}' was not sent.");

    private static string ReplyOf(string memory) => $"""
        Output Paragraph:
        The boy stood on the cellar steps and would not come up. Mara held the lamp out to him and waited.

        Paragraph Summary:
        Mara holds the lamp out to the boy on the cellar steps.

        Rationale:
        Dropped: the gate, which was settled in step 2.

        Updated Memory:
        {memory}

        Instruction 1:
        Mara asks the boy who let him in. He names a name that is in the letter.

        Instruction 2:
        The hum moves into the house. They both hear it say a word.

        Instruction 3:
        The neighbour comes with a rope. He will not say what it is for.
        """;
}
