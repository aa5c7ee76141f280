using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>What a plan would recall is on its card before it is paid for, and what could not be embedded is filled in later.</summary>
public sealed class PlanRecallTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Mara keeps an orchard of glass trees that hum at night.";
    private const string Down = "{\"error\":{\"message\":\"overloaded\"}}";

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task ACard_WithTheLocalEmbedder_SaysByItselfWhatItsPlanRecalls(string look)
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var desk = await world.BeginStoryAsync(Premise, Look.All.Single(one => one.Name == look));
        var words = await FirstWordsAsync(desk);
        await ShowAsync(desk, look, "Plans");
        var recalls = Recalls(desk, "Plan 1");
        await Expect(recalls).ToContainTextAsync("recalls ");

        await desk.Plan(1).FillAsync(words);
        await Expect(recalls).ToHaveTextAsync("recalls 1, 2");
        await recalls.ClickAsync();

        await Expect(desk.Page.Locator("#plan-1-recalls li")).ToHaveCountAsync(2);
        await Appearance.CheckAsync(desk.Page, $"plans-recall-{look}");
    }

    [Fact]
    public async Task AServersEmbedder_GetsAPlanOnlyWhenAskedAndOnce()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var plan = await desk.Plan(2).InputValueAsync();
        await Expect(desk.Button("Plan 2: what would it recall?")).ToBeVisibleAsync();
        Assert.Single(world.Model.EmbeddingRequests);

        await desk.Button("Plan 2: what would it recall?").ClickAsync();
        var recalls = Recalls(desk, "Plan 2");
        await Expect(recalls).ToBeVisibleAsync();
        var shown = (await recalls.TextContentAsync())!["recalls ".Length..].Split(", ");
        await Pictures.SaveAsync(desk.Page, "plans-asked-wide-light");
        Assert.Equal([plan], world.Model.EmbeddingRequests[^1].Inputs);

        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);

        var sent = Part(world, PartNames.Recalled);
        Assert.Equal(3, world.Model.EmbeddingRequests.Count);
        Assert.Equal(sent.Split('\n').Select(line => line[1..line.IndexOf(']', StringComparison.Ordinal)]), shown.Order());
    }

    [Fact]
    public async Task AFailedEmbedding_NeverStopsAStep_AndIsFilledInAndRecalled()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        world.Model.Enqueue(new FakeEmbeddings());
        for (var failure = 0; failure < 3; failure++)
        {
            world.Model.Enqueue(FakeEmbeddings.Failing(503, Down));
        }

        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        var missing = desk.Recalled.GetByText("1 of 4 entries is not indexed yet.");
        await Expect(missing).ToBeVisibleAsync();
        await Expect(desk.Status).ToContainTextAsync("could not be indexed yet");
        await Pictures.SaveAsync(desk.Page, "not-indexed-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await desk.Button("All entries").ClickAsync();
        var bench = desk.Page.GetByRole(AriaRole.Dialog);
        await Expect(bench.GetByText("not indexed", new() { Exact = true })).ToHaveCountAsync(1);
        await Pictures.SaveAsync(desk.Page, "not-indexed-bench-wide-light");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(bench).ToHaveCountAsync(0);
        await desk.Button("Try now").ClickAsync();
        await Expect(missing).ToHaveCountAsync(0, new() { Timeout = 30_000 });

        var summary = world.Model.EmbeddingRequests[^1].Inputs.Single();
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);
        await desk.OwnPlan.FillAsync(summary);
        await Expect(Recalls(desk, "Your own plan")).ToContainTextAsync("recalls 4, ");
        await Pictures.SaveAsync(desk.Page, "own-plan-recalls-wide-light");
        await desk.Button("Write my plan").ClickAsync();
        await WritingTests.WrittenAsync(desk, 6);

        Assert.Contains(summary, Part(world, PartNames.Recalled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task AnotherEmbeddingModel_EmbedsTheStoryAnewAndCounts(string look)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise, Look.All.Single(one => one.Name == look));
        var url = desk.Page.Url;
        var texts = world.Model.EmbeddingRequests[0].Inputs;
        await World.GoToAsync(desk.Page, "/settings");
        await desk.Page.GetByLabel("Embedding model").FillAsync("fake-embedder-2");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(desk.Page.GetByText("Saved. The next paragraph")).ToBeVisibleAsync();
        using var goOn = new ManualResetEventSlim();
        var embed = world.Model.Embed;
        world.Model.Embed = (text, dimensions) =>
        {
            goOn.Wait(TimeSpan.FromSeconds(20));
            return embed(text, dimensions);
        };

        await World.GoToAsync(desk.Page, url);
        await ShowAsync(desk, look, "Recall");
        await Expect(desk.Recalled.GetByText("Indexing long-term memory: 0 of 3")).ToBeVisibleAsync();
        await Appearance.CheckAsync(desk.Page, $"indexing-{look}");
        goOn.Set();
        await Expect(desk.Recalled.GetByText("Indexing long-term memory")).ToHaveCountAsync(0);

        var request = world.Model.EmbeddingRequests[^1];
        Assert.Equal(2, world.Model.EmbeddingRequests.Count);
        Assert.Equal("fake-embedder-2", request.Model);
        Assert.Equal(texts.Order(), request.Inputs.Order());
    }

    [Fact]
    public async Task TheToss_IsShownBeforeAndKept()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var mark = desk.Page.GetByText("a new character may enter");
        await SetChanceAsync(desk, 0);
        await Expect(mark).ToHaveCountAsync(0);
        await SetChanceAsync(desk, 100);
        await Expect(mark).ToBeVisibleAsync();
        await Pictures.SaveAsync(desk.Page, "toss-wide-light");

        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);

        Assert.Contains("A new character may enter", world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
    }

    private static ILocator Recalls(DeskScreen desk, string plan) =>
        desk.Page.GetByRole(AriaRole.Button, new() { Name = $"{plan} recalls" });

    private static async Task SetChanceAsync(DeskScreen desk, int percent)
    {
        await desk.Button("Story settings").ClickAsync();
        await desk.Page.GetByLabel("Chance of a new character, in percent").FillAsync($"{percent}");
        await desk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task<string> FirstWordsAsync(DeskScreen desk)
    {
        var text = await desk.Paragraph(1).Locator(".prose").First.TextContentAsync() ?? "";
        return text.Length > 300 ? text[..300] : text;
    }

    // On a phone the desk shows one part at a time.
    private static Task ShowAsync(DeskScreen desk, string look, string tab) =>
        look.StartsWith("phone", StringComparison.Ordinal) ? desk.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync() : Task.CompletedTask;

    private static string Part(World world, string name) => Marks.TryRead(world.Model.ChatRequests[^1].User, name, out var text) ? text : "";
}
