using Microsoft.Playwright;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The page that a story is played on, as a reader finds their way on it.</summary>
public sealed class PlayScreen(IPage page)
{
    public IPage Page => page;

    public ILocator Passages => page.GetByRole(AriaRole.Article);

    public ILocator Choices => page.GetByRole(AriaRole.Button, new() { Name = "Choice " });

    public ILocator OwnAction => page.GetByRole(AriaRole.Textbox, new() { Name = "Your own action" });

    public ILocator Status => page.GetByRole(AriaRole.Status, new() { Name = "Status" });

    /// <summary>A page at the opening of a story of twelve turns, which the program itself has written.</summary>
    public static async Task<PlayScreen> BeginAsync(World world, string premise, Look? look = null)
    {
        var card = new StoryCard { Genre = "Fantasy", Premise = premise, Kind = StoryKind.InteractiveFiction };
        var settings = new StorySettings { Play = new PlaySettings { Length = PlayLength.Short } };
        var play = new PlayScreen(await world.OpenAsync($"/play/{await world.WriteOpeningAsync(card, settings)}", look));
        await Expect(play.Passages).ToHaveCountAsync(3);
        await Expect(play.Page.Locator("html[data-shortcuts]")).ToBeAttachedAsync();
        return play;
    }

    public ILocator Turn(int number) => page.GetByRole(AriaRole.Article, new() { Name = $"Turn {number}", Exact = true });

    public ILocator Choice(int number) => page.GetByRole(AriaRole.Button, new() { Name = $"Choice {number}: " });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>What a choice says.</summary>
    public async Task<string> TextOfAsync(int number) => (await Choice(number).GetAttributeAsync("aria-label"))![$"Choice {number}: ".Length..];

    /// <summary>Chooses by a key, and waits until the turn is written.</summary>
    public async Task ChooseAsync(int choice, int turn)
    {
        await page.Keyboard.PressAsync($"{choice}");
        await WrittenAsync(turn);
    }

    /// <summary>Does what is typed, and waits until the turn is written.</summary>
    public async Task ActAsync(string action, int turn)
    {
        await OwnAction.FillAsync(action);
        await OwnAction.PressAsync("Enter");
        await WrittenAsync(turn);
    }

    public async Task WrittenAsync(int turn)
    {
        await Expect(Turn(turn)).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Expect(Button("Stop")).ToHaveCountAsync(0);
    }

    /// <summary>Takes something from the menu.</summary>
    public async Task MoreAsync(string item)
    {
        await Button("More").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync();
    }
}
