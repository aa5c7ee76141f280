using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Stories;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Steps that are written before their plan is picked, against the record of the model server.</summary>
public sealed class LookaheadTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Mara keeps an orchard of glass trees that hum at night.";
    private const string Ready = "Written ahead";
    private const string Stale = "Out of date";

    [Fact]
    public async Task AllThree_AreWrittenWhileOneReads_AndThePickedOneIsThereWithoutARequest()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await OpenAsync(world, LookaheadReach.All);
        await Expect(Marks(desk, Ready)).ToHaveCountAsync(3);
        var (chats, embeddings) = (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count);
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await Pictures.SaveAsync(desk.Page, "lookahead-ready-wide-light");

        // Whatever is asked from here on has to wait: the paragraph cannot come from it.
        world.Model.Enqueue(FakeReply.HoldAfter(0, out var hold));
        await desk.Write(2).ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await Expect(desk.Write(1)).ToBeEnabledAsync();

        Assert.Equal(0, await Marks(desk, Stale).CountAsync());
        await hold.Reached;
        Assert.True(world.Model.ChatRequests.Count > chats);
        hold.Release();
        await Expect(Marks(desk, Ready)).ToHaveCountAsync(3);
        var sent = await SentScreen.OpenAsync(desk);
        await Expect(sent.Dialog).ToContainTextAsync("before its plan was picked");
        await Expect(sent.Dialog).ToContainTextAsync("Everything was sent as it stood");
        Assert.True(world.Model.EmbeddingRequests.Count > embeddings);
    }

    [Fact]
    public async Task Typing_MakesWhatIsWrittenAheadStale_AndItIsNeverUsed()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await OpenAsync(world, LookaheadReach.All);
        await Expect(Marks(desk, Ready)).ToHaveCountAsync(3);

        await desk.Plan(2).FillAsync("Mara burns the letter unread.");
        await Expect(Marks(desk, Stale)).ToHaveCountAsync(1);
        await desk.Memory.FillAsync("Mara is alone. Nobody knows of the letter.");
        await Expect(Marks(desk, Stale)).ToHaveCountAsync(3);
        await Pictures.SaveAsync(desk.Page, "lookahead-stale-wide-light");
        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);

        var asked = world.Model.ChatRequests.Last(request => request.User.Contains("Mara burns the letter unread.", StringComparison.Ordinal));
        Assert.Contains("Nobody knows of the letter.", asked.User, StringComparison.Ordinal);
        var sent = await SentScreen.OpenAsync(desk);
        await Expect(sent.Dialog).ToContainTextAsync("Everything was sent as it stood");
        await Expect(sent.Dialog.GetByText("before its plan was picked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Settings_SwitchItOn_TellWhatItCostsAndKeepTheOthersAsBranches()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        await desk.Button("Story settings").ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Write plans ahead").SelectOptionAsync("UnderCursor");
        await dialog.GetByLabel("Keep the ones that I do not pick as branches").CheckAsync();
        await Expect(dialog).ToContainTextAsync("tokens");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await dialog.GetByLabel("Write plans ahead").ScrollIntoViewIfNeededAsync();
        await Pictures.SaveAsync(desk.Page, "lookahead-settings-wide-light");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);

        await desk.Plan(1).FocusAsync();
        await Expect(Marks(desk, Ready)).ToHaveCountAsync(1);
        await desk.Plan(3).HoverAsync();
        await Expect(Marks(desk, Ready)).ToHaveCountAsync(2);
        await desk.Write(3).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);

        await Expect(desk.Paragraph(4)).ToContainTextAsync("of 2");
        await Pictures.SaveAsync(desk.Page, "lookahead-kept-wide-light");
    }

    private static async Task<DeskScreen> OpenAsync(World world, LookaheadReach reach)
    {
        var storyId = await world.WriteOpeningAsync(new StoryCard { Genre = "Fantasy", Premise = Premise }, new StorySettings { Lookahead = reach });
        return new DeskScreen(await world.OpenAsync($"/stories/{storyId}"));
    }

    private static ILocator Marks(DeskScreen desk, string said) => desk.Page.GetByText(said, new() { Exact = true });
}
