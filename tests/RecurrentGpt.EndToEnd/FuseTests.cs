using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Web.Models;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Each fuse blown once: it is named, what is stored stays, and nothing more is sent.</summary>
public sealed class FuseTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "A lighthouse keeper finds a door at the bottom of the tide pool.";
    private const string Condition = "when the letter is opened";
    private const int Opening = 1;

    private static readonly string[] OnePlan = ["Mara waits at the door until the tide turns.", "Mara waits by the door until the tide turns.", "Mara waits at the door till the tide turns."];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StopCondition_HasComeToPass_ShowsThePassage(bool apart)
    {
        await using var world = await World.StartAsync(browser);
        var author = ScriptedAuthor.At(world.Model);
        author.MetAt = 2;
        var (desk, autopilot) = await BeginAsync(world);
        await autopilot.OrderAsync(5, AutopilotScreen.Simulated);
        await autopilot.Dialog.GetByLabel("Stop when this has happened").FillAsync(Condition);
        await autopilot.Dialog.GetByLabel("Judge it by a request of its own").SetCheckedAsync(apart);
        await Pictures.SaveAsync(desk.Page, $"autopilot-order-{(apart ? "apart" : "riding")}-wide-light");
        await autopilot.BeginAsync();

        await BlownAsync(autopilot, 2, 5, $"What you named has come to pass: “{Condition}”");
        await Expect(autopilot.Bar.GetByRole(AriaRole.Blockquote)).ToHaveTextAsync(author.Passage);
        await autopilot.Act("Show it in paragraph 5").ClickAsync();
        await Expect(desk.Paragraph(5)).ToBeInViewportAsync();
        await Expect(autopilot.Bar).ToBeInViewportAsync();
        await ShowAsync(desk, $"fuse-condition-{(apart ? "apart" : "riding")}");
        Assert.Equal((2, 2), (SentRequests.Writing(world).Count, author.Judged));
        Assert.Equal(apart ? 2 : 3, SentRequests.Choosing(world).Count);
        Assert.Equal(Opening + (apart ? 6 : 5), world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task Tokens_WouldNotReach_StopBeforeTheNextStep()
    {
        await using var world = await World.StartAsync(browser);
        var (desk, autopilot) = await BeginAsync(world);

        // Each reply says that it took 1,600.
        await autopilot.StartAsync(5, AutopilotScreen.First, ("Most tokens", "3300"));

        await BlownAsync(autopilot, 2, 5, "your limit of 3,300 tokens; 3,200 are used");
        await ShowAsync(desk, "fuse-tokens");
        Assert.Equal(Opening + 2, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task Cost_WouldNotReach_StopsBeforeTheNextStep()
    {
        await using var world = await World.StartAsync(browser);
        var settings = world.Services.GetRequiredService<ModelSettingsStore>();
        var prices = new TokenPrices { InputPrice = 1_000, CachedInputPrice = 1_000, OutputPrice = 1_000 };
        await settings.SaveAsync(await settings.ReadAsync(CancellationToken.None) with { Prices = prices }, CancellationToken.None);
        var (desk, autopilot) = await BeginAsync(world);

        await autopilot.StartAsync(5, AutopilotScreen.First, ("Most cost", "1.70"));

        await BlownAsync(autopilot, 1, 5, "your limit of $1.70; $1.60 is spent");
        await ShowAsync(desk, "fuse-cost");
        Assert.Equal(Opening + 1, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task Time_IsOver_StopsAfterTheStep()
    {
        await using var world = await World.StartAsync(browser);
        var (desk, autopilot) = await BeginAsync(world);
        // A third of a second, and a server that takes longer than that for its first reply.
        world.Model.Enqueue(new FakeReply { Delay = TimeSpan.FromMilliseconds(20), ChunkSize = 24 });

        await autopilot.StartAsync(5, AutopilotScreen.First, ("Most hours", "0.0001"));

        await BlownAsync(autopilot, 1, 5, "is over");
        await ShowAsync(desk, "fuse-time");
        Assert.Equal(Opening + 1, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task Repetition_OfAnEarlierParagraph_ShowsBothPassages()
    {
        await using var world = await World.StartAsync(browser);
        var (desk, autopilot) = await BeginAsync(world);
        var first = world.Model.Reply;
        var repeated = "";
        world.Model.Reply = request =>
        {
            var reply = first(request);
            repeated = repeated.Length == 0 ? ParagraphOf(reply) : repeated;
            return SentRequests.Writing(world).Count == 3 ? reply.Replace(ParagraphOf(reply), repeated, StringComparison.Ordinal) : reply;
        };

        await autopilot.StartAsync(5);

        await BlownAsync(autopilot, 3, 5, "The new paragraph is too close to paragraph 4.");
        await Expect(autopilot.Bar.GetByRole(AriaRole.Blockquote)).ToHaveCountAsync(2);
        await autopilot.Act("Show it in paragraph 4").ClickAsync();
        await Expect(desk.Paragraph(4)).ToBeInViewportAsync();
        await Expect(autopilot.Bar).ToBeInViewportAsync();
        await ShowAsync(desk, "fuse-repetition");
        Assert.Equal(Opening + 3, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task Plans_ThatNoLongerDiffer_StopTheRun()
    {
        await using var world = await World.StartAsync(browser);
        var (desk, autopilot) = await BeginAsync(world);
        var first = world.Model.Reply;
        world.Model.Reply = request => WithOnePlan(request, first(request));

        await autopilot.StartAsync(5);

        await BlownAsync(autopilot, 1, 5, "The plans no longer differ.");
        await ShowAsync(desk, "fuse-plans");
        Assert.Single(SentRequests.Writing(world));
    }

    [Fact]
    public async Task TwoFailuresInARow_NameHowAndTheRunGoesOnWhenItIsResumed()
    {
        await using var world = await World.StartAsync(browser);
        var (desk, autopilot) = await BeginAsync(world);
        world.Model.Enqueue(new FakeReply());
        world.Model.Enqueue(FakeReply.Broken(FakeFault.EndWithoutFinish, after: 6));
        world.Model.Enqueue(FakeReply.Broken(FakeFault.EndWithoutFinish, after: 6));

        await autopilot.StartAsync(3);

        await BlownAsync(autopilot, 1, 3, "The model failed");
        await ShowAsync(desk, "fuse-model");
        Assert.Equal(Opening + 3, world.Model.ChatRequests.Count);

        await autopilot.Act("Resume").ClickAsync();
        await Expect(autopilot.Bar).ToContainTextAsync("Done: 3 of 3");
        await Expect(desk.Paragraphs).ToHaveCountAsync(6);
        Assert.Equal(Opening + 5, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task OneFailure_IsAskedAgainAndTheRunGoesOn()
    {
        await using var world = await World.StartAsync(browser);
        var (desk, autopilot) = await BeginAsync(world);
        world.Model.Enqueue(FakeReply.Broken(FakeFault.EndWithoutFinish, after: 6));

        await autopilot.StartAsync(2);

        await Expect(autopilot.Bar).ToContainTextAsync("Done: 2 of 2");
        await Expect(desk.Paragraphs).ToHaveCountAsync(5);
        Assert.Equal(Opening + 3, world.Model.ChatRequests.Count);
    }

    private static async Task<(DeskScreen Desk, AutopilotScreen Autopilot)> BeginAsync(World world)
    {
        var desk = await world.BeginStoryAsync(Premise);
        return (desk, new AutopilotScreen(desk));
    }

    private static async Task BlownAsync(AutopilotScreen autopilot, int steps, int of, string why)
    {
        await Expect(autopilot.Bar).ToContainTextAsync($"Stopped by a fuse at {steps} of {of}.");
        await Expect(autopilot.Bar).ToContainTextAsync(why);
    }

    private static async Task ShowAsync(DeskScreen desk, string name)
    {
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await Pictures.SaveAsync(desk.Page, $"{name}-wide-light");
    }

    private static string ParagraphOf(string reply) =>
        reply.Split("\n\n").FirstOrDefault(section => section.StartsWith("Output Paragraph:\n", StringComparison.Ordinal))?["Output Paragraph:\n".Length..] ?? "";

    // Also where another plan is asked for, since one of them is much like the others.
    private static string WithOnePlan(RecordedChatRequest request, string reply) => string.Join(
        "\n\n",
        SentRequests.LabelsOf(request).Zip(reply.Split("\n\n"), (label, section) =>
            label.StartsWith("Instruction", StringComparison.Ordinal) ? $"{label}:\n{OnePlan[label[^1] - '1']}" : section));
}
