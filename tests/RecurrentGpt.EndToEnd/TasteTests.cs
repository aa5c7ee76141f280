using Microsoft.Playwright;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The simulated author is shown what the person chose, says which choice it followed, and is corrected with one click.</summary>
public sealed class TasteTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task APick_IsShownFollowedAndCorrected()
    {
        await using var world = await World.StartAsync(browser);
        var author = ScriptedAuthor.At(world.Model);
        author.Followed = "4";
        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");
        var autopilot = new AutopilotScreen(desk);
        var picked = await desk.Plan(3).InputValueAsync();
        await desk.Write(3).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        var offered = await desk.Plan(1).InputValueAsync();

        await autopilot.StartAsync(1, AutopilotScreen.Simulated);
        await Expect(autopilot.Bar).ToContainTextAsync("Done: 1 of 1");

        Assert.Contains("[4] ", Past(world), StringComparison.Ordinal);
        Assert.Contains(FirstSentence(picked), Past(world), StringComparison.Ordinal);
        await Expect(autopilot.Choice(5)).ToContainTextAsync("It is the one that costs Mara something");
        await Expect(autopilot.Choice(5)).ToContainTextAsync("like your choice at paragraph 4");
        await autopilot.Choice(5).ScrollIntoViewIfNeededAsync();
        await Pictures.SaveAsync(desk.Page, "taste-choice-wide-light");
        var sent = world.Model.Requests.Count;
        await autopilot.Choice(5).GetByRole(AriaRole.Button, new() { Name = "I would have taken plan 1" }).ClickAsync();
        await Expect(autopilot.Choice(5)).ToContainTextAsync("You would have taken plan 1");
        await Pictures.SaveAsync(desk.Page, "taste-corrected-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        Assert.Equal(sent, world.Model.Requests.Count);

        await autopilot.StartAsync(1, AutopilotScreen.Simulated);
        await Expect(desk.Paragraphs).ToHaveCountAsync(6);

        Assert.Contains("[5] ", Past(world), StringComparison.Ordinal);
        Assert.Contains($"plan 1, taken: {FirstSentence(offered)}", Past(world), StringComparison.Ordinal);
    }

    private static string Past(World world) => Marks.TryRead(SentRequests.Choosing(world)[^1].User, PartNames.PastChoices, out var past) ? past : "";

    private static string FirstSentence(string plan) => plan[..(plan.IndexOf('.', StringComparison.Ordinal) + 1)];
}
