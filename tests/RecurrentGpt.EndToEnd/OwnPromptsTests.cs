using Microsoft.Playwright;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Prompts in the author's own words, for one story, as the model server's record shows them.</summary>
public sealed class OwnPromptsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "A lighthouse keeper finds a door at the bottom of the tide pool.";
    private const string Line = "Nobody in this story ever laughs, {whatever} happens.";

    private static readonly PromptTemplate Ours = TemplateForm.Step.Default;

    [Fact]
    public async Task Edited_ArePartOfTheNextRequest_AndOursAgainAfterAReset()
    {
        await using var world = await World.StartAsync(browser);
        var other = await world.BeginStoryAsync("Another story, with our words.");
        var desk = await world.BeginStoryAsync(Premise);
        var system = Ours.System.Replace("Do not end on a moral", "Never end on a moral", StringComparison.Ordinal);
        var prompts = await OpenAsync(desk);
        await Expect(Status(prompts)).ToHaveTextAsync("Nothing is missing.");

        await Instructions(prompts).FillAsync(system);
        await Message(prompts).FillAsync(Ours.Layout.Replace("{plan}", Line + "\n{plan}", StringComparison.Ordinal));
        await SaveAsync(desk, prompts);
        await WriteAsync(desk, 4);
        var edited = world.Model.ChatRequests[^1];
        Assert.Equal(system, edited.System);
        Assert.Contains($"===== end of Last paragraph =====\n{Line}\n===== Plan to follow =====\n", edited.User, StringComparison.Ordinal);

        await WriteAsync(other, 4);
        Assert.Equal(Ours.System, world.Model.ChatRequests[^1].System);
        Assert.DoesNotContain(Line, world.Model.ChatRequests[^1].User, StringComparison.Ordinal);

        await desk.Page.ReloadAsync();
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
        prompts = await OpenAsync(desk);
        await Expect(Instructions(prompts)).ToHaveValueAsync(system);
        await prompts.GetByRole(AriaRole.Button, new() { Name = "Reset to our words" }).ClickAsync();
        await Expect(Instructions(prompts)).ToHaveValueAsync(Ours.System);
        await SaveAsync(desk, prompts);
        await WriteAsync(desk, 5);
        Assert.Equal(Ours.System, world.Model.ChatRequests[^1].System);
        Assert.DoesNotContain(Line, world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
        Assert.Equal(5, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task NewPlans_AreAskedForInTheAuthorsWords()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var prompts = await OpenAsync(desk);

        await prompts.GetByRole(AriaRole.Tab, new() { Name = "A step" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(prompts.GetByRole(AriaRole.Tab, new() { Name = "New plans" })).ToBeFocusedAsync();
        await Instructions(prompts).FillAsync("Three plans, each stranger than the last.");
        await SaveAsync(desk, prompts);
        await desk.Button("New plans").ClickAsync();
        await Expect(desk.Status).ToContainTextAsync("new plans are here");

        Assert.Equal("Three plans, each stranger than the last.", world.Model.ChatRequests[^1].System);
    }

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task WithoutALabel_SaveIsRefusedWithItsName_AndNothingTypedIsLost(string look)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise, Look.All.Single(one => one.Name == look));
        var prompts = await OpenAsync(desk);
        await Appearance.CheckAsync(desk.Page, $"prompts-{look}");

        await Instructions(prompts).FillAsync(Ours.System.Replace("Rationale", "Reasons", StringComparison.Ordinal));
        await Expect(Status(prompts)).ToHaveTextAsync("“Rationale” is missing in the instructions.");
        await Expect(prompts.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeDisabledAsync();
        await Appearance.CheckAsync(desk.Page, $"prompts-refused-{look}");

        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(prompts).ToHaveCountAsync(0);
        var settings = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Story settings" });
        await Expect(settings.GetByText("not saved yet")).ToBeVisibleAsync();
        await Expect(settings.GetByRole(AriaRole.Button, new() { Name = "Prompts…" })).ToBeFocusedAsync();
        await Appearance.CheckAsync(desk.Page, $"prompts-link-{look}");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(Instructions(prompts)).ToHaveValueAsync(Ours.System.Replace("Rationale", "Reasons", StringComparison.Ordinal));
        await prompts.GetByRole(AriaRole.Button, new() { Name = "Back to what is saved" }).ClickAsync();
        await Expect(Instructions(prompts)).ToHaveValueAsync(Ours.System);
    }

    [Fact]
    public async Task NineteenThousandCharacters_PassAndNoKeyIsLost()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var prompts = await OpenAsync(desk);
        const string Typed = "Write as if every word had to be carried up a hill, and put down there gently. ";
        var system = Ours.System + "\n" + string.Concat(Enumerable.Repeat("写得朴素。Write “plainly”. ", 1_000))[..(19_000 - Ours.System.Length - 2)] + ".";

        await Instructions(prompts).FillAsync(system);
        await Instructions(prompts).PressAsync("Control+Home");
        await desk.Page.Keyboard.TypeAsync(Typed);
        await SaveAsync(desk, prompts);
        await WriteAsync(desk, 4);

        Assert.Equal(19_000, system.Length);
        Assert.Equal(Typed + system, world.Model.ChatRequests[^1].System);
    }

    [Fact]
    public async Task Saved_AMomentAfterTheLastKey_NothingOlderComesBack()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var prompts = await OpenAsync(desk);
        await Instructions(prompts).PressAsync("Control+Home");
        await desk.Page.Keyboard.TypeAsync("Be brief");
        await desk.Page.WaitForFunctionAsync("() => Object.values(localStorage).some((kept) => kept.includes('Be brief'))");
        await Expect(prompts.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeEnabledAsync();

        await Instructions(prompts).EvaluateAsync(
            """
            (box) => {
              box.value = "!" + box.value;
              box.dispatchEvent(new Event("input", { bubbles: true }));
              [...box.closest("dialog").querySelectorAll("button")].find((button) => button.textContent === "Save" && !button.disabled).click();
            }
            """);

        await Expect(prompts).ToHaveCountAsync(0);
        await desk.Page.Keyboard.PressAsync("Escape");
        prompts = await OpenAsync(desk);
        await Expect(Instructions(prompts)).ToHaveValueAsync("!Be brief" + Ours.System);
        await Expect(Status(prompts)).ToHaveTextAsync("Nothing is missing.");
    }

    [Fact]
    public async Task LeavingThePage_WithTextNotSaved_IsAskedAbout()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var prompts = await OpenAsync(desk);
        await Message(prompts).ClickAsync();
        await desk.Page.Keyboard.TypeAsync("Not saved. ");
        await Expect(Status(prompts)).Not.ToHaveTextAsync("Nothing is missing.");

        // The browser is told to ask by a message of its own, which comes after what is seen; until then the kept text alone holds the words.
        await desk.Page.WaitForFunctionAsync("() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))");
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Page.Dialog += (_, dialog) => _ = DismissAsync(dialog);

        await desk.Page.CloseAsync(new() { RunBeforeUnload = true });

        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromSeconds(15)));
        Assert.Contains("Not saved. ", await Message(prompts).InputValueAsync(), StringComparison.Ordinal);

        async Task DismissAsync(IDialog dialog)
        {
            await dialog.DismissAsync();
            asked.TrySetResult(dialog.Type);
        }
    }

    private static async Task<ILocator> OpenAsync(DeskScreen desk)
    {
        await desk.Button("Story settings").ClickAsync();
        await desk.Button("Prompts…").ClickAsync();
        var prompts = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Prompts" });
        await Expect(prompts).ToBeVisibleAsync();
        return prompts;
    }

    private static async Task SaveAsync(DeskScreen desk, ILocator prompts)
    {
        await prompts.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(prompts).ToHaveCountAsync(0);
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(desk.Status).ToContainTextAsync("Prompts saved");
    }

    private static async Task WriteAsync(DeskScreen desk, int number)
    {
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, number);
    }

    private static ILocator Instructions(ILocator prompts) => prompts.GetByRole(AriaRole.Textbox, new() { Name = "Instructions" });

    private static ILocator Message(ILocator prompts) => prompts.GetByRole(AriaRole.Textbox, new() { Name = "Message" });

    private static ILocator Status(ILocator prompts) => prompts.GetByRole(AriaRole.Status);
}
