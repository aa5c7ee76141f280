using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Short-term memory under review: what a step changed, what the author does about it, and what is then sent.</summary>
public sealed class ShortTermMemoryTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Gate = "The gate closed by itself at dawn.";
    private const string Letter = "A letter in her own hand is hidden behind the stove.";
    private const string Lamp = "The signal lamp is still burning.";
    private const string Boy = "The boy has flour on his sleeves.";
    private const string Before = "Mara keeps a glass orchard that hums. " + Gate + " " + Letter + " " + Lamp + " The boy came by the road.";
    private const string After = "Mara keeps a glass orchard that hums. " + Lamp + " The boy came in by the cellar and not by the road. " + Boy;

    private static readonly string Reply = ReplyOf(
        "The boy stood on the cellar steps. Mara climbed the tower and blew out the signal lamp. Nobody saw it go.",
        "The boy comes up from the cellar, and Mara puts the signal lamp out.",
        "Dropped: the gate, which was settled in step 2; that the letter is hidden, because nobody will look for it. Added: the flour on the boy's sleeves, because somebody let him in.",
        After);

    [Fact]
    public async Task Changes_AreShownWithTheirReasons_AndWhatStandsIsWhatIsSent()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world, Look.Wide);

        var changes = desk.Page.GetByRole(AriaRole.List, new() { Name = "What changed in step 4" }).GetByRole(AriaRole.Listitem);
        await Expect(changes).ToHaveCountAsync(4);
        await Expect(changes.Nth(0)).ToContainTextAsync("dropped: the gate, which was settled in step 2");
        await Expect(changes.Nth(1)).ToContainTextAsync("because nobody will look for it");
        await Expect(changes.Nth(2)).ToContainTextAsync("reworded");
        await Expect(changes.Nth(3)).ToContainTextAsync("added: the flour on the boy's sleeves");
        await CheckAsync(desk, "memory-changes-wide-light");

        await desk.Button($"Keep: put back {Gate}").ClickAsync();
        await Expect(desk.Memory).ToHaveValueAsync($"Mara keeps a glass orchard that hums. {Gate} {Lamp} The boy came in by the cellar and not by the road. {Boy}");
        await desk.Button($"Undo: take out {Boy}").ClickAsync();
        await desk.Button($"Accept: {Letter}").ClickAsync();
        await Expect(desk.Button("1 accepted")).ToBeVisibleAsync();
        await CheckAsync(desk, "memory-changes-reviewed-wide-light");
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        var sent = Sent(world);
        Assert.Equal($"Mara keeps a glass orchard that hums. {Gate} {Lamp} The boy came in by the cellar and not by the road.", sent);
    }

    [Fact]
    public async Task AcceptedChanges_StayAcceptedAfterReload_AndComeBackWithUndoAndRedo()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world, Look.WideDark);

        await desk.Button("Accept all").ClickAsync();
        await Expect(desk.Button("4 accepted")).ToBeVisibleAsync();
        await desk.Page.ReloadAsync();
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
        await desk.Button("4 accepted").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.List, new() { Name = "What changed in step 4" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);
        await CheckAsync(desk, "memory-changes-accepted-wide-dark");

        await desk.Button("Undo").ClickAsync();
        await Expect(desk.Page.GetByText("what the model drops from memory and what it adds is shown here")).ToBeVisibleAsync();
        await desk.Button("Redo").ClickAsync();
        await Expect(desk.Button("4 accepted")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ASentenceThatLeaves_IsWarnedOfAndPinned_AndThePinnedTextIsSent()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world, Look.Wide);
        await Expect(desk.Page.GetByText("nothing in long-term memory has these words").First).ToBeVisibleAsync();
        var embedded = world.Model.EmbeddingRequests.Count;

        await desk.Button("Look by meaning").ClickAsync();
        await Expect(desk.Button("Look by meaning")).ToHaveCountAsync(0);
        Assert.Equal([Gate, Letter], world.Model.EmbeddingRequests[embedded].Inputs);
        await desk.Button($"Pin, so that it is always sent: {Letter}").ClickAsync();
        await Expect(desk.Page.GetByText("always sent, with the entry of 3")).ToBeVisibleAsync();
        await Pictures.SaveAsync(desk.Page, "memory-pinned-wide-light");
        // A label that is scrolled out of sight counts as none.
        await desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Short-term memory" }).ScrollIntoViewIfNeededAsync();
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        Assert.DoesNotContain(Letter, Sent(world), StringComparison.Ordinal);
        Assert.True(Marks.TryRead(world.Model.ChatRequests[^1].User, PartNames.Recalled, out var recalled));
        Assert.Contains(Letter, recalled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStaleSentence_IsFlaggedBeforeTheNextStep_AndCanBeRemoved()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world, Look.Wide);
        var flags = desk.Page.GetByRole(AriaRole.List, new() { Name = "May no longer be true" });

        await Expect(flags).ToContainTextAsync("The newest paragraph says: Mara climbed the tower and blew out the signal lamp.");
        await desk.Button($"Edit in memory: {Lamp}").ClickAsync();
        await desk.Page.WaitForFunctionAsync("text => { const box = document.activeElement; return box.value?.slice(box.selectionStart, box.selectionEnd) === text; }", Lamp);
        await desk.Button($"Remove from memory: {Lamp}").ClickAsync();
        await Expect(flags).ToHaveCountAsync(0);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        Assert.DoesNotContain(Lamp, Sent(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHistory_ShowsEachStep_AndAnOldMemoryCanBeUsedAgain()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world, Look.Wide);
        await desk.Memory.FillAsync(After + " I wrote this.");
        await Expect(desk.Page.GetByText("5 of 20 sentences")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("saving…")).ToHaveCountAsync(0);

        await desk.Button("History").ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Memory, step by step" });
        await Expect(dialog).ToContainTextAsync("I wrote this.");
        await Expect(dialog.GetByText("What you changed by hand")).ToBeVisibleAsync();
        await CheckAsync(desk, "memory-history-wide-light");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Later" }).WaitForAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Earlier" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Heading, new() { Name = "Memory after step 3" })).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Use this memory again" }).ClickAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Memory).ToHaveValueAsync(Before);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        Assert.Equal(Before, Sent(world));
    }

    [Fact]
    public async Task Changes_OnAPhone_CanBeTurnedByTouch()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world, Look.Phone);
        await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Memory" }).ClickAsync();

        var keep = desk.Button($"Keep: put back {Gate}");
        await keep.ScrollIntoViewIfNeededAsync();
        Assert.True((await keep.BoundingBoxAsync())!.Height >= 44);
        await CheckAsync(desk, "memory-changes-phone-light");
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        await keep.ClickAsync();
        await Expect(desk.Memory).ToHaveValueAsync($"Mara keeps a glass orchard that hums. {Gate} {Lamp} The boy came in by the cellar and not by the road. {Boy}");
    }

    [Fact]
    public async Task Changes_InChinese_KeepTheTextWithoutSpaces()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("玛拉守着一片会响的玻璃果园。");
        await desk.Memory.FillAsync("玛拉守着一片玻璃果园。门在黎明时自己关上了。窗台上的灯还亮着。有一棵树不见了。");
        world.Model.Enqueue(FakeReply.Of(ReplyOf(
            "半夜起了风。窗台上的灯灭了。谁也没有说话。", "夜里起风，灯灭了。", "删去：门在黎明关上的事，已经了结。加上：男孩袖子上的面粉，因为有人放他进来。", "玛拉守着一片玻璃果园。窗台上的灯还亮着。有两棵树不见了。男孩袖子上沾着面粉。")));
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);

        await Expect(desk.Page.GetByRole(AriaRole.List, new() { Name = "What changed in step 4" })).ToContainTextAsync("dropped: 门在黎明关上的事，已经了结");
        await Expect(desk.Page.GetByRole(AriaRole.List, new() { Name = "May no longer be true" })).ToContainTextAsync("窗台上的灯灭了。");
        await CheckAsync(desk, "memory-changes-chinese-wide-light");
        await desk.Button("Keep: put back 门在黎明时自己关上了。").ClickAsync();
        await Expect(desk.Memory).ToHaveValueAsync("玛拉守着一片玻璃果园。门在黎明时自己关上了。窗台上的灯还亮着。有两棵树不见了。男孩袖子上沾着面粉。");
    }

    private static async Task<DeskScreen> WriteAsync(World world, Look look)
    {
        var desk = await world.BeginStoryAsync("Mara keeps an orchard of glass trees.", look);
        if (look.IsPhone)
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Memory" }).ClickAsync();
        }

        await desk.Memory.FillAsync(Before);
        world.Model.Enqueue(FakeReply.Of(Reply));
        if (look.IsPhone)
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Plans" }).ClickAsync();
        }

        await desk.Write(1).ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(4, new() { Timeout = 20_000 });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        return desk;
    }

    private static string ReplyOf(string paragraph, string summary, string rationale, string memory) => $"""
        Output Paragraph:
        {paragraph}

        Paragraph Summary:
        {summary}

        Rationale:
        {rationale}

        Updated Memory:
        {memory}

        Instruction 1:
        Mara asks the boy who let him in. He names a name that is in the letter.

        Instruction 2:
        The hum moves into the house. They both hear it say a word.

        Instruction 3:
        The neighbour comes with a rope. He will not say what it is for.
        """;

    private static string Sent(World world) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, PartNames.ShortTermMemory, out var text) ? text : throw new InvalidOperationException("No memory was sent.");

    private static async Task CheckAsync(DeskScreen desk, string picture)
    {
        await Pictures.SaveAsync(desk.Page, picture);
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
    }
}
