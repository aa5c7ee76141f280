using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Autopilot on the desk as a person finds it.</summary>
public sealed class AutopilotScreen(DeskScreen desk)
{
    public const string First = "The first plan";
    public const string Simulated = "The simulated author";

    public ILocator Bar => desk.Page.GetByRole(AriaRole.Region, new() { Name = "Autopilot", Exact = true });

    public ILocator Dialog => desk.Page.GetByRole(AriaRole.Dialog);

    public ILocator Act(string name) => Bar.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string name) => Dialog.GetByRole(AriaRole.Spinbutton, new() { Name = name, Exact = true });

    /// <summary>Who chose the plan of a paragraph, and why.</summary>
    public ILocator Choice(int number) => desk.Page.GetByRole(AriaRole.Note, new() { Name = $"Who chose the plan of paragraph {number}", Exact = true });

    /// <summary>Orders steps by an author, with some of the limits, and begins.</summary>
    public async Task StartAsync(int steps, string author = First, params (string Field, string Value)[] limits)
    {
        await OrderAsync(steps, author);
        foreach (var (field, value) in limits)
        {
            await Field(field).FillAsync(value);
        }

        await BeginAsync();
    }

    /// <summary>Opens the dialog and orders steps by an author.</summary>
    public async Task OrderAsync(int steps, string author)
    {
        await desk.Button("Autopilot").ClickAsync();
        await Field("How many paragraphs").FillAsync($"{steps}");
        await Dialog.GetByRole(AriaRole.Radio, new() { Name = author, Exact = true }).CheckAsync();
    }

    public async Task BeginAsync()
    {
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Start autopilot" }).ClickAsync();
        await Expect(Dialog).ToHaveCountAsync(0);
    }

    public Task CheckAsync(string picture) => Appearance.CheckAsync(desk.Page, picture);
}
