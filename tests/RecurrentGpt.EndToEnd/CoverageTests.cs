using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>What of a plan is in its paragraph: by words at once and for nothing, by the model when it is asked.</summary>
public sealed class CoverageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Tessa keeps the night ferry at Harrow Quay.";
    private const string Plan = "Tessa finds a wet coat on the ferry. She asks the harbour master whose it is. A bell rings under the water.";

    private const string Reply = """
        Output Paragraph:
        The ferry came in empty. On the last bench lay a coat, *wet* to the collar, and Tessa found it before the lamp did. “Whose is it?” she asked. The harbour master looked at the river.

        Paragraph Summary:
        Tessa finds a wet coat on the empty ferry, and the harbour master does not answer.

        Rationale:
        Added: the coat.

        Updated Memory:
        Tessa has found a wet coat on the ferry. The harbour master will not say whose it is.

        Instruction 1:
        She wears the coat. Nobody greets her.

        Instruction 2:
        The harbour master burns the coat.

        Instruction 3:
        The coat is gone in the morning.
        """;

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task AfterAStep_ThePlanIsComparedByWords_AndTheModelOnlyWhenAsked(string look)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world, look);
        var (chats, embeddings) = (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count);
        var fourth = desk.Paragraph(4);
        var line = fourth.GetByRole(AriaRole.Button, new() { Name = "What of its plan is in paragraph 4: " });

        await Expect(line).ToHaveTextAsync("Plan: 2 of 3 done");
        await line.ClickAsync();
        await Expect(fourth.GetByText("by words")).ToBeVisibleAsync();
        var sentences = fourth.GetByRole(AriaRole.List, new() { Name = "The sentences of the plan of paragraph 4" }).GetByRole(AriaRole.Listitem);
        await Expect(sentences).ToHaveCountAsync(3);
        await sentences.Nth(0).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(fourth.GetByText("Marked in paragraph 4.")).ToBeVisibleAsync();
        Assert.Equal("The ferry came in empty. On the last bench lay a coat, wet to the collar, and Tessa found it before the lamp did.", await MarkedAsync(desk));
        await Expect(sentences.Nth(0).GetByRole(AriaRole.Button)).ToHaveTextAsync(await MarkedAsync(desk));
        await Appearance.CheckAsync(desk.Page, $"coverage-by-words-{look}");
        Assert.Equal((chats, embeddings), (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count));

        world.Model.Enqueue(FakeReply.Of("Coverage:\n1: done \"On the last bench lay a coat\"\n2: partly “'Whose is it?' she asked.”\n3: missing \"a bell rang\""));
        await desk.Button("Ask the model what of its plan is in paragraph 4").ClickAsync();
        await Expect(line).ToHaveTextAsync("Plan: 1 of 3 done, 1 partly");
        await Expect(fourth.GetByText("by the model")).ToBeVisibleAsync();
        await sentences.Nth(1).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(fourth.GetByText("Marked in paragraph 4.")).ToBeVisibleAsync();
        Assert.Equal("“Whose is it?” she asked.", await MarkedAsync(desk));
        await Appearance.CheckAsync(desk.Page, $"coverage-by-model-{look}");
        Assert.Equal((chats + 1, embeddings), (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count));
        Assert.Equal("1: Tessa finds a wet coat on the ferry.\n2: She asks the harbour master whose it is.\n3: A bell rings under the water.", Sent(world, PartNames.PlanSentences));
        Assert.Contains("*wet* to the collar", Sent(world, PartNames.NewParagraph), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJudgement_IsKept_AndSaysWhenItIsOfAnOlderText()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world, Look.Wide.Name);
        world.Model.Enqueue(FakeReply.Of("Coverage:\n1: done\n2: done\n3: done"));
        await desk.Button("What of its plan is in paragraph 4: Plan: 2 of 3 done").ClickAsync();
        await desk.Button("Ask the model what of its plan is in paragraph 4").ClickAsync();
        await Expect(desk.Button("What of its plan is in paragraph 4: Plan: 3 of 3 done")).ToBeVisibleAsync();

        await desk.Page.ReloadAsync();
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
        await Expect(desk.Button("What of its plan is in paragraph 4: Plan: 3 of 3 done")).ToBeVisibleAsync();
        await desk.Button("Edit paragraph 4").ClickAsync();
        await desk.Manuscript.GetByRole(AriaRole.Textbox).FillAsync("Nothing happened at all.");
        await desk.Button("Save").ClickAsync();
        await desk.Button("What of its plan is in paragraph 4: Plan: none of 3 done").ClickAsync();

        await Expect(desk.Paragraph(4).GetByText("The model judged an older text of this paragraph: 3 of 3 done.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AComparisonThatFails_IsToldWhereItWasAskedFor()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world, Look.Wide.Name);
        world.Model.Enqueue(FakeReply.Failing(401, "{\"error\":{\"message\":\"no such key\"}}"));

        await desk.Button("What of its plan is in paragraph 4: Plan: 2 of 3 done").ClickAsync();
        await desk.Button("Ask the model what of its plan is in paragraph 4").ClickAsync();

        await Expect(desk.Paragraph(4).GetByText("The model could not be asked:")).ToBeVisibleAsync();
        await Expect(desk.Paragraph(4).GetByText("by words")).ToBeVisibleAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await Pictures.SaveAsync(desk.Page, "coverage-failed-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
    }

    [Fact]
    public async Task AnEarlierParagraph_IsComparedFromItsMenu()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WriteAsync(world, Look.Wide.Name);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);
        await Expect(desk.Button("Ask the model what of its plan is in paragraph 4")).ToHaveCountAsync(0);

        await desk.Paragraph(4).HoverAsync();
        await desk.Button("More of paragraph 4").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Compare with its plan" }).ClickAsync();
        await desk.Button("Ask the model what of its plan is in paragraph 4").ClickAsync();
        await Expect(desk.Paragraph(4).GetByText("by the model")).ToBeVisibleAsync();
        await desk.Button("Close the plan of paragraph 4").ClickAsync();

        await Expect(desk.Button("Ask the model what of its plan is in paragraph 4")).ToHaveCountAsync(0);
        await Expect(desk.Paragraphs).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task Offline_TheSampleWriterComparesByItsOwnWords()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var desk = await world.BeginStoryAsync(Premise);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);

        await desk.Paragraph(4).GetByRole(AriaRole.Button, new() { Name = "What of its plan is in paragraph 4" }).ClickAsync();
        await desk.Button("Ask the model what of its plan is in paragraph 4").ClickAsync();

        await Expect(desk.Paragraph(4).GetByText("by the model")).ToBeVisibleAsync();
        await Pictures.SaveAsync(desk.Page, "coverage-offline-wide-light");
    }

    private static async Task<DeskScreen> WriteAsync(World world, string look)
    {
        var desk = await world.BeginStoryAsync(Premise, Look.All.Single(one => one.Name == look));
        if (look.StartsWith("phone", StringComparison.Ordinal))
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Plans" }).ClickAsync();
        }

        world.Model.Enqueue(FakeReply.Of(Reply));
        await desk.OwnPlan.FillAsync(Plan);
        await desk.Button("Write my plan").ClickAsync();
        await Expect(desk.Paragraph(4)).ToBeVisibleAsync();
        await Expect(desk.Status).ToContainTextAsync("Paragraph 4 is written.");
        return desk;
    }

    private static Task<string> MarkedAsync(DeskScreen desk) => desk.Page.EvaluateAsync<string>("() => [...CSS.highlights.get('passage')].join('')");

    private static string Sent(World world, string part) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, part, out var text) ? text : throw new InvalidOperationException($"'{part}' was not sent.");
}
