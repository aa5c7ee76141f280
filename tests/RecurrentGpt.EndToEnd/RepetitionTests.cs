using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A new paragraph that repeats an earlier sentence has it underlined, and one click leads to where it stands.</summary>
public sealed class RepetitionTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Tessa keeps the night ferry at Harrow Quay.";
    private const string Repeated = "On the last bench lay a coat, wet to the collar, and nobody on the quay would say whose it was.";

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task NewParagraph_RepeatsAnEarlierSentence_IsUnderlinedAndLeadsToItsSource(string look)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise, Look.All.Single(one => one.Name == look));
        await WriteAsync(world, desk, 4, $"The ferry came in empty. {Repeated} Tessa counted the lamps twice.", look);
        await Expect(Signs(desk.Paragraph(4))).ToHaveCountAsync(0);
        await WriteAsync(world, desk, 5, $"By morning the fog had the town. {Repeated} The bell rang under the water, and she did not look up.", look);
        var fifth = desk.Paragraph(5);
        var (chats, embeddings) = (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count);

        var sign = fifth.GetByRole(AriaRole.Button, new() { Name = "Repeats paragraph 4" });
        await Expect(sign).ToBeVisibleAsync();
        Assert.Equal(Repeated, await fifth.Locator(".marked").InnerTextAsync());
        await sign.ScrollIntoViewIfNeededAsync();
        await LookAsync(desk, $"repetition-mark-{look}");
        await sign.ClickAsync();
        var note = fifth.GetByRole(AriaRole.Group, new() { Name = "Repeats paragraph 4" });
        await Expect(note).ToContainTextAsync(Repeated);
        await Expect(note.GetByRole(AriaRole.Button, new() { Name = "Paragraph 4" })).ToBeFocusedAsync();
        await LookAsync(desk, $"repetition-note-{look}");

        await note.GetByRole(AriaRole.Button, new() { Name = "Paragraph 4" }).ClickAsync();
        await Expect(note).ToHaveCountAsync(0);
        await Expect(desk.Paragraph(4)).ToBeFocusedAsync();
        await desk.Page.WaitForFunctionAsync("() => CSS.highlights.has('passage')");
        Assert.Equal(Repeated, await desk.Page.EvaluateAsync<string>("() => [...CSS.highlights.get('passage')][0].toString()"));
        await LookAsync(desk, $"repetition-source-{look}");
        Assert.Equal((chats, embeddings), (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count));
    }

    [Fact]
    public async Task Note_ByKeyboard_OpensClosesAndMeansSo()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        await WriteAsync(world, desk, 4, $"The ferry came in empty. {Repeated}");
        await WriteAsync(world, desk, 5, $"By morning the fog had the town. {Repeated}");
        var sign = desk.Paragraph(5).GetByRole(AriaRole.Button, new() { Name = "Repeats paragraph 4" });

        await sign.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Button("Paragraph 4")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Button("It is meant so")).ToHaveCountAsync(0);
        await Expect(sign).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Button("Paragraph 4")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(sign).ToHaveCountAsync(0);
        await Expect(desk.Paragraph(5)).ToBeFocusedAsync();
    }

    private static ILocator Signs(ILocator paragraph) => paragraph.GetByRole(AriaRole.Button, new() { Name = "Repeats paragraph" });

    private static async Task WriteAsync(World world, DeskScreen desk, int number, string paragraph, string look = "")
    {
        world.Model.Enqueue(FakeReply.Of($"""
            Output Paragraph:
            {paragraph}

            Paragraph Summary:
            Tessa finds a wet coat on the empty ferry, the time number {number}.

            Rationale:
            Added: the coat.

            Updated Memory:
            Tessa has found a wet coat on the ferry. Nobody will say whose it is.

            Instruction 1:
            She wears the coat. Nobody greets her.

            Instruction 2:
            The harbour master burns the coat.

            Instruction 3:
            The coat is gone in the morning.
            """));
        if (look == Look.Phone.Name)
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Plans" }).ClickAsync();
        }

        await desk.Write(1).ClickAsync();
        await Expect(desk.Paragraph(number)).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
    }

    private static Task LookAsync(DeskScreen desk, string picture) => Appearance.CheckAsync(desk.Page, picture);
}
