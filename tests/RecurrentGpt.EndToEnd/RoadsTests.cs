using Microsoft.Playwright;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Plans that were passed by are found again by their words, and taken from their own step.</summary>
public sealed class RoadsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Tessa keeps the night ferry at Harrow Quay.";

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task ARoad_FoundByItsWords_IsTakenAsABranchOfItsOwnStep(string look)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise, Look.All.Single(one => one.Name == look));
        var third = await TextOfAsync(desk, 3);
        var (memory, passedBy) = (await desk.Page.Locator("#desk-memory textarea").InputValueAsync(), await desk.Page.Locator("#plan-2").InputValueAsync());
        await WriteAsync(desk, look, 4);
        await WriteAsync(desk, look, 5);
        var left = (Fourth: await TextOfAsync(desk, 4), Fifth: await TextOfAsync(desk, 5));

        await ShowPlansAsync(desk, look);
        await desk.Button("Roads not taken").ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("7 roads");
        await Appearance.CheckAsync(desk.Page, $"roads-{look}");
        await dialog.GetByLabel("Search by words").FillAsync("way 7 of turn 1");
        await Expect(dialog.GetByRole(AriaRole.Listitem).First).ToContainTextAsync(passedBy);
        await Expect(dialog.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("From paragraph 3");
        await Appearance.CheckAsync(desk.Page, $"roads-found-{look}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Take this road: plan 1 from paragraph 3" }).ClickAsync();

        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await Expect(desk.Status).ToContainTextAsync("Paragraph 4 is written.");
        Assert.Equal((passedBy, third, memory), (Sent(world, PartNames.Plan), Sent(world, PartNames.LastParagraph), Sent(world, PartNames.ShortTermMemory)));
        Assert.Equal(4, world.Model.ChatRequests.Count);
        Assert.DoesNotContain(left.Fourth[..60], world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
        Assert.DoesNotContain(left.Fifth[..60], world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
        await Expect(desk.Paragraph(4)).Not.ToContainTextAsync(left.Fourth[..60]);
        await Appearance.CheckAsync(desk.Page, $"roads-taken-{look}");
    }

    [Fact]
    public async Task ARoad_OfABranchThatWasLeft_IsFoundFromTheOtherAndBothAreReachable()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        await WriteAsync(desk, Look.Wide.Name, 4);
        var (fourth, road) = (await TextOfAsync(desk, 4), await desk.Plan(3).InputValueAsync());
        await desk.Button("Undo").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        await Expect(desk.Paragraph(4)).Not.ToContainTextAsync(fourth[..60]);

        await desk.Title.FocusAsync();
        await Expect(desk.Page.Locator("html[data-shortcuts]")).ToBeAttachedAsync();
        await desk.Page.Keyboard.PressAsync("Alt+9");
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Search by words").FillAsync(road[..40]);
        await Expect(dialog.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("on another branch");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Take this road: plan 1 from paragraph 4" }).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        await Expect(desk.Paragraph(4)).ToContainTextAsync(fourth[..60]);
        Assert.Equal((road, fourth), (Sent(world, PartNames.Plan), Sent(world, PartNames.LastParagraph)));
    }

    [Fact]
    public async Task ARoad_PutIntoTheOwnPlan_CostsNothingAndWaitsWhileTheStoryIsWritten()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var plan = await desk.Plan(3).InputValueAsync();
        await desk.OwnPlan.FillAsync("First of all, fog.");
        await desk.Button("Roads not taken").ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Put it into my own plan: plan 3 from paragraph 3" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("below what you had written there");
        await desk.Page.Keyboard.PressAsync("Escape");

        await Expect(desk.OwnPlan).ToHaveValueAsync($"First of all, fog.\n\n{plan}");
        Assert.Single(world.Model.ChatRequests);
        Assert.Single(world.Model.EmbeddingRequests);
    }

    private static async Task WriteAsync(DeskScreen desk, string look, int number)
    {
        await ShowPlansAsync(desk, look);
        await desk.Write(1).ClickAsync();
        await Expect(desk.Paragraph(number)).ToBeVisibleAsync();
        await Expect(desk.Status).ToContainTextAsync($"Paragraph {number} is written.");
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
    }

    // On a phone the desk shows one part at a time.
    private static Task ShowPlansAsync(DeskScreen desk, string look) =>
        look.StartsWith("phone", StringComparison.Ordinal) ? desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Plans" }).ClickAsync() : Task.CompletedTask;

    private static async Task<string> TextOfAsync(DeskScreen desk, int number) => string.Join("\n\n", await desk.Paragraph(number).Locator(".prose p").AllInnerTextsAsync());

    private static string Sent(World world, string part) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, part, out var text) ? text : throw new InvalidOperationException($"'{part}' was not sent.");
}
