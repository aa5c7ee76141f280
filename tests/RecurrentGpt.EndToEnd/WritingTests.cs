using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The first hour of writing, against a model server whose record shows what was sent.</summary>
public sealed class WritingTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Mara keeps an orchard of glass trees — “they hum”, she says; ====== and one of them is gone.";

    [Fact]
    public async Task AStory_FromPremiseToExport_IsWhatWasSeenAndSent()
    {
        await using var world = await World.StartAsync(browser);

        var desk = await world.BeginByHandAsync(Premise);
        await Expect(desk.Title).ToContainTextAsync("The Lamps of Harbour");
        Assert.Equal(Premise, Sent(world, PartNames.Premise));

        await desk.Memory.FillAsync("Mara is alone.\nNobody knows   of the letter — nobody.");
        await desk.Plan(2).FillAsync("Mara burns the letter \"unread\". She counts to ten.");
        var lastParagraph = await ParagraphTextAsync(desk, 3);
        await desk.Write(2).ClickAsync();
        await WrittenAsync(desk, 4);

        Assert.Equal("Mara is alone.\nNobody knows   of the letter — nobody.", Sent(world, PartNames.ShortTermMemory));
        Assert.Equal("Mara burns the letter \"unread\". She counts to ten.", Sent(world, PartNames.Plan));
        Assert.Equal(lastParagraph, Sent(world, PartNames.LastParagraph));
        Assert.Equal(2, world.Model.ChatRequests.Count);
        Assert.Equal(3, world.Model.EmbeddingRequests.Count);
        Assert.Equal(["Mara burns the letter \"unread\". She counts to ten."], world.Model.EmbeddingRequests[1].Inputs);

        await desk.OwnPlan.FillAsync("The ferry comes a day early.");
        await desk.Button("Write my plan").ClickAsync();
        await WrittenAsync(desk, 5);
        Assert.Equal("The ferry comes a day early.", Sent(world, PartNames.Plan));
        Assert.NotNull(Sent(world, PartNames.Recalled));

        var download = await desk.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await desk.Button("Export").ClickAsync();
            await desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Markdown" }).ClickAsync();
        });
        var markdown = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains(lastParagraph, markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("Output Paragraph", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UndoAndRedo_MoveTheHeadAndItsMemory()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginByHandAsync(Premise);
        await desk.Write(1).ClickAsync();
        await WrittenAsync(desk, 4);
        var memory = await desk.Memory.InputValueAsync();

        await desk.Button("Undo").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        await Expect(desk.Memory).Not.ToHaveValueAsync(memory);
        await Expect(desk.Button("Undo")).ToBeDisabledAsync();

        await desk.Button("Redo").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await Expect(desk.Memory).ToHaveValueAsync(memory);
    }

    [Fact]
    public async Task Stop_InTheMiddle_LeavesTheStoryAndOffersWhatCame()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginByHandAsync(Premise);
        world.Model.Enqueue(FakeReply.HoldAfter(8, out var hold) with { Text = "Output Paragraph:\nThe rope came up light. It came up wet. It came up with her own knot at its end, and nobody had ever tied that knot but her.", ChunkSize = 12 });

        await desk.Write(1).ClickAsync();
        await hold.Reached;
        await Expect(desk.Manuscript).ToContainTextAsync("The rope came up light.");
        await Pictures.SaveAsync(desk.Page, "desk-writing-wide-light");
        await desk.Button("Stop").ClickAsync();

        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        await world.Model.ChatRequests[^1].Request.ClientLeft.WaitAsync(TimeSpan.FromSeconds(5));
        await Expect(desk.Button("Keep as the paragraph")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("The rope came up light.")).ToBeVisibleAsync();
        await Pictures.SaveAsync(desk.Page, "desk-stopped-wide-light");

        await desk.Button("Keep as the paragraph").ClickAsync();
        await WrittenAsync(desk, 4);
        await Expect(desk.Paragraph(4)).ToContainTextAsync("The rope came up light.");
        Assert.Contains("The rope came up light.", Sent(world, PartNames.NewParagraph), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARestartOfTheServer_KeepsEverything()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginByHandAsync(Premise);
        await desk.Write(3).ClickAsync();
        await WrittenAsync(desk, 4);
        await desk.Memory.FillAsync("What I typed last.");
        await desk.OwnPlan.FillAsync("Half a plan");
        await Expect(desk.Page.GetByText("exactly this is sent")).ToBeVisibleAsync();
        var path = new Uri(desk.Page.Url).PathAndQuery;
        var texts = await desk.Paragraphs.AllInnerTextsAsync();
        await desk.Page.CloseAsync();

        await world.RestartAsync();
        var again = new DeskScreen(await world.OpenAsync(path));

        await Expect(again.Paragraphs).ToHaveCountAsync(4);
        Assert.Equal(texts, await again.Paragraphs.AllInnerTextsAsync());
        await Expect(again.Memory).ToHaveValueAsync("What I typed last.");
        await Expect(again.OwnPlan).ToHaveValueAsync("Half a plan");
    }

    [Fact]
    public async Task WriteAgainAndNewPlans_KeepTheStoryAndChangeWhatTheySay()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginByHandAsync(Premise);
        await desk.Write(1).ClickAsync();
        await WrittenAsync(desk, 4);
        var first = await ParagraphTextAsync(desk, 4);
        var plan = Sent(world, PartNames.Plan);

        await desk.Button("Write again").ClickAsync();
        await Expect(desk.Paragraph(4)).Not.ToContainTextAsync(first);
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        Assert.Equal(plan, Sent(world, PartNames.Plan));

        var offered = await desk.Plan(1).InputValueAsync();
        await desk.Button("New plans").ClickAsync();
        await Expect(desk.Plan(1)).Not.ToHaveValueAsync(offered);
        Assert.Contains(offered, Sent(world, PartNames.OfferedPlans), StringComparison.Ordinal);
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task AnEditedParagraph_IsWhatTheNextStepSends()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginByHandAsync(Premise);

        await desk.Button("Edit paragraph 3").ClickAsync();
        await desk.Manuscript.GetByRole(AriaRole.Textbox).FillAsync("I wrote this myself, “word for word”.");
        await desk.Button("Save").ClickAsync();
        await Expect(desk.Paragraph(3)).ToContainTextAsync("I wrote this myself");
        await desk.Write(1).ClickAsync();
        await WrittenAsync(desk, 4);

        Assert.Equal("I wrote this myself, “word for word”.", Sent(world, PartNames.LastParagraph));
    }

    /// <summary>Waits until paragraph <paramref name="number"/> stands and nothing is being written.</summary>
    internal static async Task WrittenAsync(DeskScreen desk, int number)
    {
        await Expect(desk.Paragraphs).ToHaveCountAsync(number, new() { Timeout = 20_000 });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        await Expect(desk.Plan(1)).ToBeEditableAsync();
    }

    private static string Sent(World world, string part) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, part, out var text) ? text : throw new InvalidOperationException($"'{part}' was not sent.");

    internal static async Task<string> ParagraphTextAsync(DeskScreen desk, int number) =>
        string.Join("\n\n", await desk.Paragraph(number).Locator(".prose p").AllInnerTextsAsync());
}
