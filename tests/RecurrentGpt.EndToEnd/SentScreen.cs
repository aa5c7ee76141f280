using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The dialog "What was sent", by roles and names.</summary>
public sealed class SentScreen
{
    private SentScreen(IPage page) => Dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "What was sent" });

    public ILocator Dialog { get; }

    public ILocator Choices => Dialog.GetByRole(AriaRole.Listbox);

    public ILocator Chosen => Dialog.GetByRole(AriaRole.Option, new() { Selected = true });

    public static async Task<SentScreen> OpenAsync(DeskScreen desk)
    {
        await desk.Button("What was sent").ClickAsync();
        return await ShownAsync(desk);
    }

    public static async Task<SentScreen> ShownAsync(DeskScreen desk)
    {
        var screen = new SentScreen(desk.Page);
        await Expect(screen.Dialog).ToBeVisibleAsync();
        await Expect(screen.Dialog.Locator("[aria-busy=false]")).ToBeVisibleAsync();
        return screen;
    }

    public ILocator Tab(string name) => Dialog.GetByRole(AriaRole.Tab, new() { Name = name });

    public async Task ChooseAsync(string name)
    {
        await Dialog.GetByRole(AriaRole.Option, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(Chosen).ToHaveTextAsync(name);
        await Expect(Dialog.Locator("[aria-busy=false]")).ToBeVisibleAsync();
    }

    public async Task CloseAsync()
    {
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(Dialog).ToHaveCountAsync(0);
    }

    /// <summary>Both messages that are shown, to the letter.</summary>
    public async Task<(string System, string User)> MessagesAsync()
    {
        await Expect(Dialog.Locator("[data-sent]").First).ToBeVisibleAsync();
        var parts = await Dialog.Locator("[data-sent]").EvaluateAllAsync<string[]>("parts => parts.map(part => part.textContent)");
        return (await Dialog.Locator("details .text").First.EvaluateAsync<string>("text => text.textContent"), string.Concat(parts));
    }
}
