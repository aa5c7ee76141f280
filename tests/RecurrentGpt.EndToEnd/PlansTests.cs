using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Plans that differ, new ones by a wish, and locked ones that stay, against the record of the model server.</summary>
public sealed class PlansTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Mara keeps an orchard of glass trees that hum at night.";
    private const string First = "Mara pulls the rope up herself and finds her own knot at the end of it. She will not let the boy see. He asks what she is hiding.";
    private const string Reworded = "Mara pulls up the rope on her own and finds at its end her own knot. She hides it from the boy. He asks her what she is hiding.";
    private const string Other = "The neighbour’s lamp crosses the yard. They put theirs out and wait. In the dark the hum says a word.";

    [Fact]
    public async Task TwoPlansThatAreAlike_CostOneMoreRequestThatWhatWasSentShows()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        world.Model.Enqueue(FakeReply.Of($"Instruction 1:\n{First}\n\nInstruction 2:\n{Other}\n\nInstruction 3:\n{Reworded}"));
        world.Model.Enqueue(FakeReply.Of("Instruction 3:\nHer father comes home from sea and asks for his supper. Nobody tells him about the tree."));

        await desk.Button("New plans").ClickAsync();
        await Expect(desk.Plan(3)).ToHaveValueAsync("Her father comes home from sea and asks for his supper. Nobody tells him about the tree.");

        Assert.Equal(3, world.Model.ChatRequests.Count);
        var asked = world.Model.ChatRequests[^1].User;
        Assert.Equal((First, Other, Reworded), (Read(asked, "Instruction 1"), Read(asked, "Instruction 2"), Read(asked, PartNames.OfferedPlans)));
        Assert.EndsWith("in this order: Instruction 3", asked, StringComparison.Ordinal);
        await Expect(desk.Page.GetByText("three different ways on")).ToBeVisibleAsync();
        var sent = await SentScreen.OpenAsync(desk);
        await sent.ChooseAsync("New plans after paragraph 3");
        await Expect(sent.Dialog.GetByRole(AriaRole.Heading, new() { Name = "Another plan in place of one that was too close to another" })).ToBeVisibleAsync();
        await Pictures.SaveAsync(desk.Page, "plans-different-sent-wide-light");
    }

    [Fact]
    public async Task AStepWithTwoPlansThatAreAlike_MakesOneChatRequestMoreAndNoEmbedding()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var (chats, embeddings) = (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count);
        world.Model.Enqueue(FakeReply.Of(
            $"Output Paragraph:\nShe counted the trees by touch.\n\nParagraph Summary:\nMara counts the trees.\n\nRationale:\nNothing.\n\nUpdated Memory:\nOne tree is gone.\n\nInstruction 1:\n{First}\n\nInstruction 2:\n{Reworded}\n\nInstruction 3:\n{Other}"));
        world.Model.Enqueue(FakeReply.HoldAfter(1, out var hold) with { Text = "Instruction 2:\nHer father comes home from sea." });

        await desk.Write(1).ClickAsync();
        await hold.Reached;
        await Expect(desk.Status).ToContainTextAsync("Two plans are much alike: asking once for another");
        await Pictures.SaveAsync(desk.Page, "plans-asking-wide-light");
        hold.Release();
        await WritingTests.WrittenAsync(desk, 4);

        await Expect(desk.Plan(2)).ToHaveValueAsync("Her father comes home from sea.");
        Assert.Equal((chats + 2, embeddings + 2), (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count));
        Assert.Equal("She counted the trees by touch.", Read(world.Model.ChatRequests[^1].User, PartNames.LastParagraph));
    }

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task APlanThatStaysAlike_IsToldAtThePlanAndAskedForOnceOnly(string look)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise, Look.All.Single(one => one.Name == look));
        world.Model.Enqueue(FakeReply.Of($"Instruction 1:\n{First}\n\nInstruction 2:\n{Other}\n\nInstruction 3:\n{Reworded}"));
        world.Model.Enqueue(FakeReply.Failing(503, "{\"error\":{\"message\":\"overloaded\"}}"));
        await ShowPlansAsync(desk, look);

        await desk.Button("New plans").ClickAsync();
        await Expect(desk.Status).ToContainTextAsync("Two of the plans are much alike");

        Assert.Equal(3, world.Model.ChatRequests.Count);
        await Expect(desk.Plan(3)).ToHaveValueAsync(Reworded);
        await Expect(desk.Page.GetByText("much like plan 1")).ToBeVisibleAsync();
        await desk.Page.GetByText("plans 1 and 3 are much alike").ClickAsync();
        await Expect(desk.Page.GetByText("Plans 1 and 3: 0.")).ToBeVisibleAsync();
        await Appearance.CheckAsync(desk.Page, $"plans-alike-{look}");

        await desk.Plan(3).FillAsync("Her father comes home from sea.");
        await Expect(desk.Page.GetByText("much like plan 1")).ToHaveCountAsync(0);
        Assert.Equal(3, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task NewPlans_ByAWishWithALockedPlan_SendWhatThePreviewSaid()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        await desk.Plan(1).FillAsync("Mara climbs down alone. She counts the rungs.");
        await desk.Button("Lock plan 1").ClickAsync();
        await Expect(desk.Button("Lock plan 1")).ToHaveAttributeAsync("aria-pressed", "true");
        await Wish(desk).FocusAsync();
        await Pictures.SaveAsync(desk.Page, "plans-wish-wide-light");
        await desk.Button("from her side").ClickAsync();
        await Expect(Wish(desk)).ToHaveValueAsync("from her side");

        var sent = await SentScreen.OpenAsync(desk);
        await sent.ChooseAsync("Next: new plans");
        var (_, user) = await sent.MessagesAsync();
        await sent.CloseAsync();
        await Wish(desk).PressAsync("Enter");
        await Expect(desk.Status).ToContainTextAsync("The new plans are here.");

        var request = world.Model.ChatRequests[^1];
        Assert.Equal(user, request.User);
        Assert.Equal("from her side", Read(request.User, PartNames.Wish));
        Assert.EndsWith("in this order: Instruction 2, Instruction 3", request.User, StringComparison.Ordinal);
        Assert.Equal(2, world.Model.ChatRequests.Count);
        await Expect(desk.Plan(1)).ToHaveValueAsync("Mara climbs down alone. She counts the rungs.");
        await Expect(Wish(desk)).ToHaveValueAsync("");
        await Pictures.SaveAsync(desk.Page, "plans-locked-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
    }

    [Fact]
    public async Task OneNewPlan_AfterAFailure_IsAskedForAgainWithItsWish()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise, Look.Phone);
        await ShowPlansAsync(desk, Look.Phone.Name);
        var (first, third) = (await desk.Plan(1).InputValueAsync(), await desk.Plan(3).InputValueAsync());
        world.Model.Enqueue(FakeReply.Failing(401, "{\"error\":{\"message\":\"wrong key\"}}"));
        await Wish(desk).FillAsync("riskier");
        await desk.Button("New plan 2").ClickAsync();
        await Expect(desk.Status).ToContainTextAsync("key");
        await Expect(Wish(desk)).ToHaveValueAsync("riskier");
        world.Model.Enqueue(FakeReply.Of($"Instruction 2:\n{Other}"));

        await ShowDraftAsync(desk, Look.Phone.Name);
        await desk.Button("Try again").ClickAsync();
        await ShowPlansAsync(desk, Look.Phone.Name);
        await Expect(desk.Plan(2)).ToHaveValueAsync(Other);

        Assert.Equal(world.Model.ChatRequests[^2].User, world.Model.ChatRequests[^1].User);
        Assert.Equal("riskier", Read(world.Model.ChatRequests[^1].User, PartNames.Wish));
        Assert.Equal((first, third), (await desk.Plan(1).InputValueAsync(), await desk.Plan(3).InputValueAsync()));
        await Expect(Wish(desk)).ToHaveValueAsync("");
        await Appearance.CheckAsync(desk.Page, "plans-one-new-phone-light");
    }

    [Fact]
    public async Task NewPlans_AllLocked_AskNothingAndSaySo()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var desk = await world.BeginStoryAsync(Premise);
        for (var number = 1; number <= 3; number++)
        {
            await desk.Button($"Lock plan {number}").ClickAsync();
            await Expect(desk.Button($"Lock plan {number}")).ToHaveAttributeAsync("aria-pressed", "true");
        }

        await desk.Button("New plans").ClickAsync();

        await Expect(desk.Page.GetByText("All plans are locked, so nothing was asked.")).ToBeVisibleAsync();
        await Pictures.SaveAsync(desk.Page, "plans-all-locked-wide-light");
        await desk.Button("Lock plan 2").ClickAsync();
        await Expect(desk.Button("Lock plan 2")).ToHaveAttributeAsync("aria-pressed", "false");
        await Wish(desk).FillAsync("quieter");
        await desk.Button("New plan 2").ClickAsync();
        await Expect(desk.Plan(2)).ToHaveValueAsync(new Regex("It keeps to your wish: quieter\\.$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static ILocator Wish(DeskScreen desk) => desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Wish for new plans" });

    private static string? Read(string message, string name) => Marks.TryRead(message, name, out var text) ? text : null;

    private static Task ShowPlansAsync(DeskScreen desk, string look) => ShowAsync(desk, look, "Plans");

    private static Task ShowDraftAsync(DeskScreen desk, string look) => ShowAsync(desk, look, "Draft");

    private static Task ShowAsync(DeskScreen desk, string look, string tab) =>
        look.StartsWith("phone", StringComparison.Ordinal) ? desk.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync() : Task.CompletedTask;
}
