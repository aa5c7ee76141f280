using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>What the screen says would be sent, and was sent, against the record of the model server.</summary>
public sealed class WhatWasSentTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Mara keeps an orchard of glass trees — “they hum”, she says; ====== and one of them is gone.";
    private const string Memory = "Mara is alone.\nNobody knows   of the letter — 雪 😀 nobody.";
    private const string Plan = "Mara burns the letter \"unread\". She counts to ten.";

    [Fact]
    public async Task Preview_OfAnEditedPlan_IsByteForByteWhatGoesOut()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await BeginAsync(world);
        await desk.Memory.FillAsync(Memory);
        await desk.Plan(2).FillAsync(Plan);

        var sent = await SentScreen.OpenAsync(desk);
        await sent.ChooseAsync("Next: plan 2");
        await Expect(sent.Dialog).ToContainTextAsync("This would be sent now");
        var (system, user) = await sent.MessagesAsync();
        var requests = world.Model.ChatRequests.Count;
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await Pictures.SaveAsync(desk.Page, "sent-next-wide-light");
        await sent.CloseAsync();

        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        Assert.Equal(requests + 1, world.Model.ChatRequests.Count);
        Assert.Equal(world.Model.ChatRequests[^1].User, user);
        Assert.Equal(world.Model.ChatRequests[^1].System, system);
        Assert.Contains(Memory, user, StringComparison.Ordinal);
        Assert.Single(world.Model.EmbeddingRequests, request => request.Inputs.Contains(Plan));
    }

    [Fact]
    public async Task Receipt_OfAStep_SaysThatEachBoxWasSentAsItStood()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await BeginAsync(world);
        await desk.Memory.FillAsync(Memory);
        await desk.Plan(2).FillAsync(Plan);
        world.Model.Enqueue(new FakeReply { Usage = new FakeUsage(3_412, 611, 1_200) });
        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        var sent = await SentScreen.OpenAsync(desk);

        await Expect(sent.Dialog).ToContainTextAsync("Everything was sent as it stood: story, memory, plan, last paragraph");
        await Expect(sent.Dialog).ToContainTextAsync("3,412 tokens in (1,200 cached), 611 out");
        Assert.Equal((world.Model.ChatRequests[^1].System, world.Model.ChatRequests[^1].User), await sent.MessagesAsync());
        await Pictures.SaveAsync(desk.Page, "sent-prompt-wide-light");
        await sent.Tab("Receipt").ClickAsync();
        await Expect(sent.Dialog.GetByText("sent exactly as it stood")).ToHaveCountAsync(4);
        await Expect(sent.Dialog.GetByText("✓ sent").First).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await Pictures.SaveAsync(desk.Page, "sent-receipt-wide-light");
        await sent.Tab("Reply").ClickAsync();
        await Expect(sent.Dialog).ToContainTextAsync("Output Paragraph:");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(sent.Dialog).ToHaveCountAsync(0);
        await Expect(desk.Button("What was sent")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Preview_FromThePlanItself_IsWrittenAsItWasShown()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await BeginAsync(world);
        await desk.OwnPlan.FillAsync("The ferry comes a day early, 雪 and all.");
        await Pictures.SaveAsync(desk.Page, "desk-preview-wide-light");
        await desk.Button("Preview: Your own plan").ClickAsync();
        var sent = await SentScreen.ShownAsync(desk);
        await Expect(sent.Chosen).ToHaveTextAsync("Next: my plan");
        var messages = await sent.MessagesAsync();

        await sent.Dialog.GetByRole(AriaRole.Button, new() { Name = "Write this" }).ClickAsync();
        await Expect(sent.Dialog).ToHaveCountAsync(0);
        await WritingTests.WrittenAsync(desk, 5);

        Assert.Equal(messages, (world.Model.ChatRequests[^1].System, world.Model.ChatRequests[^1].User));
        Assert.Contains("雪 and all.", messages.User, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_OfMemoryThatASecondTabChanged_ShowsBothTexts()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await BeginAsync(world);
        var held = await desk.Memory.InputValueAsync();
        var other = new DeskScreen(await world.OpenAsync(new Uri(desk.Page.Url).PathAndQuery));
        await other.Memory.FillAsync("The other tab was quicker.");
        var preview = await SentScreen.OpenAsync(other);
        await preview.ChooseAsync("Next: plan 1");
        await Expect(preview.Dialog).ToContainTextAsync("The other tab was quicker.");

        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);
        var sent = await SentScreen.OpenAsync(desk);

        await Expect(sent.Dialog).ToContainTextAsync("Not sent as it stood: memory");
        await sent.Tab("Receipt").ClickAsync();
        await Expect(sent.Dialog.Locator("[data-held]")).ToHaveTextAsync(held);
        await Expect(sent.Dialog.Locator(".both [data-was]")).ToHaveTextAsync("The other tab was quicker.");
        Assert.Contains("The other tab was quicker.", world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await Pictures.SaveAsync(desk.Page, "sent-differs-wide-light");
    }

    [Fact]
    public async Task Cost_OfCachedAndOtherTokens_IsShownAtThePricesInSettings()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await BeginAsync(world);
        world.Model.Enqueue(new FakeReply { Usage = new FakeUsage(3_412, 611, 1_200) });
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);
        var page = await world.OpenAsync("/settings");
        await page.GetByLabel("Price of input").FillAsync("1");
        await page.GetByLabel("Price of cached input").FillAsync("0.5");
        await page.GetByLabel("Price of output").FillAsync("2.5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved. The next paragraph")).ToBeVisibleAsync();

        var sent = await SentScreen.OpenAsync(desk);

        await Expect(sent.Dialog).ToContainTextAsync("3,412 tokens in (1,200 cached), 611 out");
        await Expect(sent.Dialog).ToContainTextAsync("$0.0043");
        await Pictures.SaveAsync(desk.Page, "sent-cost-wide-light");
    }

    [Fact]
    public async Task NewPlans_AreWhatWasSentLast()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await BeginAsync(world);
        var offered = await desk.Plan(1).InputValueAsync();
        var preview = await SentScreen.OpenAsync(desk);
        await preview.ChooseAsync("Next: new plans");
        var (system, user) = await preview.MessagesAsync();
        await preview.CloseAsync();
        await desk.Button("New plans").ClickAsync();
        await Expect(desk.Plan(1)).Not.ToHaveValueAsync(offered);

        var sent = await SentScreen.OpenAsync(desk);

        await Expect(sent.Chosen).ToHaveTextAsync("New plans after paragraph 4");
        await Expect(sent.Dialog).ToContainTextAsync("Everything was sent as it stood: story, memory, last paragraph");
        Assert.Equal((world.Model.ChatRequests[^1].System, world.Model.ChatRequests[^1].User), (system, user));
        Assert.Equal((system, user), await sent.MessagesAsync());
    }

    [Fact]
    public async Task Copy_GivesTheMessageToTheLetter()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await BeginAsync(world);
        await desk.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var sent = await SentScreen.OpenAsync(desk);

        await sent.Dialog.GetByRole(AriaRole.Button, new() { Name = "Copy the message" }).ClickAsync();
        await Expect(sent.Dialog.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();

        Assert.Equal(world.Model.ChatRequests[^1].User, await desk.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Keys_GoFromStepToStep()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await BeginAsync(world);
        var sent = await SentScreen.OpenAsync(desk);

        await sent.Choices.FocusAsync();
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(sent.Chosen).ToHaveTextAsync("Opening (paragraphs 1 to 3)");
        await Expect(sent.Dialog).ToContainTextAsync("Everything was sent as it stood: story");
        await sent.Dialog.GetByRole(AriaRole.Button, new() { Name = "Later" }).ClickAsync();
        await Expect(sent.Chosen).ToHaveTextAsync("Paragraph 4");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(sent.Dialog).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AFailedRun_KeepsItsRawReplyReadable()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await BeginAsync(world);
        world.Model.Enqueue(FakeReply.Of("I am sorry, but I cannot help with that request."));
        await desk.Write(1).ClickAsync();
        await Expect(desk.Status).ToContainTextAsync("declined to write this", new() { Timeout = 20_000 });

        var sent = await SentScreen.OpenAsync(desk);

        await Expect(sent.Chosen).ToHaveTextAsync("The last attempt");
        await Expect(sent.Dialog).ToContainTextAsync("I am sorry, but I cannot help with that request.");
        await Pictures.SaveAsync(desk.Page, "sent-failed-wide-light");
    }

    [Fact]
    public async Task OnAPhoneAndInTheDark_ItIsReadable()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await BeginAsync(world);
        var path = new Uri(desk.Page.Url).PathAndQuery;
        foreach (var look in (Look[])[Look.WideDark, Look.Phone, Look.PhoneDark])
        {
            var page = await world.OpenAsync(path, look);
            var sent = await SentScreen.OpenAsync(new DeskScreen(page));
            await Expect(sent.Dialog).ToContainTextAsync("Everything was sent as it stood");
            await sent.ChooseAsync("Next: plan 1");
            await Expect(sent.Dialog).ToContainTextAsync("This would be sent now");
            Assert.Empty(await Accessibility.FaultsOfAsync(page));
            await Pictures.SaveAsync(page, $"sent-next-{look.Name}");
            await sent.ChooseAsync("Paragraph 4");
            await sent.Tab("Receipt").ClickAsync();
            await Expect(sent.Dialog.GetByText("sent exactly as it stood").First).ToBeVisibleAsync();
            Assert.Empty(await Accessibility.FaultsOfAsync(page));
            await Pictures.SaveAsync(page, $"sent-receipt-{look.Name}");
        }
    }

    /// <summary>A story with an opening and one step, so that there is something to recall.</summary>
    private static async Task<DeskScreen> BeginAsync(World world)
    {
        var desk = await world.BeginStoryAsync(Premise);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        return desk;
    }
}
