using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Attacks;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A story whose every text is an attack, and a model that streams attacks, in a real browser.</summary>
public sealed class AttackTests(BrowserFixture browser, ITestOutputHelper output) : IClassFixture<BrowserFixture>
{
    private const int Longest = 600;

    private static readonly string[] Streamed = ["html", "svg and math", "event handlers", "images", "css"];

    // What is in the page that the program does not make: elements, handlers, and addresses that run or lead elsewhere by themselves.
    private const string Foreign =
        """
        (names) => [...document.body.querySelectorAll("*")].flatMap((element) => [
          ...(names.includes(element.localName) || (element.localName === "script" && new URL(element.src).origin === location.origin) ? [] : [`<${element.localName}>`]),
          ...[...element.attributes].filter(({ name, value }) => /^on|owned/i.test(name) || (/href|src|action/i.test(name) && value && !["http:", "https:", "mailto:"].includes(new URL(value, location.href).protocol)))
            .map(({ name, value }) => `${element.localName} ${name}=${value}`),
        ])
        """;

    private readonly PageWatch _watch = new();
    private int _looks;

    [Fact]
    public async Task EveryPage_OfAStoryThatIsAnAttackInEveryText_RunsLoadsAndAsksNothing()
    {
        await using var world = await World.StartAsync(browser);
        world.Watch = _watch;
        world.Model.Models = [.. Attack.OfAtMost(200).Select(attack => attack.Text)];
        var desk = await BeginAsync(world);
        var attacked = await StreamAsync(world, desk);
        var story = new Uri(desk.Page.Url).AbsolutePath;

        await LookAsync(desk.Page, story);
        await Pictures.SaveAsync(desk.Page, "attacks-desk-wide-light");
        foreach (var dialog in (string[])["What was sent", "Story settings", "Tree", "Keyboard shortcuts"])
        {
            await LookAtDialogAsync(desk, dialog);
        }

        foreach (var path in (string[])["/", "/new", story.Replace("/stories/", "/play/", StringComparison.Ordinal)])
        {
            await LookAsync(desk.Page, path);
        }

        await Pictures.SaveAsync(desk.Page, "attacks-play-wide-light");
        await LookAtSettingsAsync(desk.Page);

        Assert.True(_watch.Told.Count == 0, string.Join('\n', _watch.Told.Distinct().Take(20)));
        Tell(attacked);
    }

    private static async Task<DeskScreen> BeginAsync(World world)
    {
        var card = new StoryCard { Genre = "Fantasy", Premise = "Mara keeps a light.", Kind = StoryKind.InteractiveFiction };
        var desk = new DeskScreen(await world.OpenAsync($"/stories/{await world.WriteOpeningAsync(card)}"));
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        return desk;
    }

    // A paragraph of attacks comes a few letters at a time, and is looked at in its middle; then all that is stored becomes one.
    private async Task<AttackedStory> StreamAsync(World world, DeskScreen desk)
    {
        var hold = new FakeHold();
        world.Model.Enqueue(FakeReply.Of(Reply()) with { ChunkSize = 7, Hold = hold, After = 200 });
        await desk.Write(1).ClickAsync();
        await hold.Reached;
        await Expect(desk.Paragraph(4)).ToContainTextAsync("owned()");
        await CheckAsync(desk.Page);
        hold.Release();
        await Expect(desk.Status).ToContainTextAsync("Paragraph 4 is written.", new() { Timeout = 30_000 });
        await CheckAsync(desk.Page);
        var attacked = new AttackedStory(Longest);
        await attacked.FillAsync(world.Services.GetRequiredService<WriteQueue>(), Guid.Parse(new Uri(desk.Page.Url).Segments[^1]));
        return attacked;
    }

    private static string Reply()
    {
        var attacks = Attack.OfAtMost(Longest).Where(attack => Streamed.Contains(attack.Kind)).Select(attack => attack.Text);
        return $"""
            Output Paragraph:
            {string.Join("\n\n", attacks)}

            Paragraph Summary:
            <img src=x onerror=owned()> is summed up.

            Updated Memory:
            <script>owned()</script> is what she remembers.

            Instruction 1:
            <svg onload=owned()> goes down to the shore alone. Nobody follows.

            Instruction 2:
            [The second boat](javascript:owned()) comes in late and empty.

            Instruction 3:
            ![A picture](https://evil.example/) falls from the wall of the mill.
            """;
    }

    private async Task LookAsync(IPage page, string path)
    {
        await World.GoToAsync(page, path);
        await CheckAsync(page);
    }

    private async Task LookAtDialogAsync(DeskScreen desk, string button)
    {
        await desk.Button(button).ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        foreach (var tab in await dialog.GetByRole(AriaRole.Tab).AllAsync())
        {
            await tab.ClickAsync();
            await CheckAsync(desk.Page);
        }

        await CheckAsync(desk.Page);
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
    }

    private async Task LookAtSettingsAsync(IPage page)
    {
        await World.GoToAsync(page, "/settings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();
        await Expect(page.Locator("datalist option").First).ToBeAttachedAsync();
        await CheckAsync(page);
    }

    private async Task CheckAsync(IPage page)
    {
        var foreign = await page.EvaluateAsync<string[]>(Foreign, PageElements.All);
        Assert.True(foreign.Length == 0, $"{page.Url}: {string.Join('\n', foreign.Take(10))}");
        _looks++;
    }

    private void Tell(AttackedStory attacked)
    {
        var told = FormattableString.Invariant(
            $"attack corpus in Chromium: {attacked.Placed.Select(place => place.Text).Distinct().Count()} strings, {attacked.Filler.Filled.Count} fields, {_looks} looks at {_watch.Documents} documents, {_watch.Requests} requests: 0 refused by the policy, 0 errors, 0 dialogs, 0 foreign requests, 0 foreign elements");
        Counts.Write("attacks-browser", told);
        output.WriteLine(told);
    }
}
