using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Tests.Doubles;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The real program with a data folder of its own, a model server that records, and a real browser; made anew for each test.</summary>
public sealed class World(BrowserFixture browser, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("recurrentgpt-");
    private readonly List<IBrowserContext> _contexts = [];
    private readonly IReadOnlyDictionary<string, string> _settings = settings;
    private AppServer? _app;
    private AsyncServiceScope? _page;
    private ProgramProcess? _process;
    private Uri? _address;

    public FakeModelServer Model { get; private set; } = null!;

    /// <summary>Follows every page that is opened from now on; null for nobody.</summary>
    public PageWatch? Watch { get; set; }

    /// <summary>The parts of the running program, for laying a story on the shelf that nobody could write in a test.</summary>
    public IServiceProvider Services => (_page ??= _app!.Services.CreateAsyncScope()).ServiceProvider;

    /// <summary>Where the program keeps what it keeps.</summary>
    public string Data => _data.FullName;

    public Uri Address => _address ?? _app!.Address;

    /// <param name="browser">Whose pages are opened.</param>
    /// <param name="withModel">Without a model the program writes with its own sample writer.</param>
    /// <param name="settings">Those of the program that the test is about.</param>
    /// <param name="log">Gets all that the program logs, at every level.</param>
    public static async Task<World> StartAsync(BrowserFixture browser, bool withModel = true, IReadOnlyDictionary<string, string>? settings = null, ILoggerProvider? log = null)
    {
        var world = new World(browser, settings ?? new Dictionary<string, string>()) { Model = await FakeModelServer.StartAsync() };
        EmptyDatabase.CopyTo(world.Data);
        world._app = AppServer.Start(world._data.FullName, withModel ? world.Model.BaseUrl : null, world._settings, log);
        return world;
    }

    /// <summary>The same with the program in a process of its own, so that it can be killed; its parts are not at hand then.</summary>
    public static async Task<World> StartProcessAsync(BrowserFixture browser)
    {
        var world = new World(browser, new Dictionary<string, string>()) { Model = await FakeModelServer.StartAsync() };
        await world.StartProcessAgainAsync();
        return world;
    }

    /// <summary>Ends the program, with its pages closed; what it has stored stays.</summary>
    public async Task StopAsync()
    {
        await EndAsync();
        _app = null;
    }

    /// <summary>Kills the program's process, with its pages open, and starts another one on the same data.</summary>
    public async Task KillAndStartAsync()
    {
        await _process!.KillAsync();
        _process.Dispose();
        await CloseAsync();
        await StartProcessAgainAsync();
    }

    /// <summary>Ends the program and starts it again on the same data. Pages are closed first: a program that still serves them ends late.</summary>
    public async Task RestartAsync(bool withModel = true)
    {
        await EndAsync();
        _app = StartAgain(withModel);
    }

    // A program that has ended may hold its data folder a moment longer, and the next one is refused until then.
    private AppServer StartAgain(bool withModel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return AppServer.Start(_data.FullName, withModel ? Model.BaseUrl : null, _settings);
            }
            catch (ObjectDisposedException) when (attempt < 10)
            {
                // Starting takes long enough to be the pause.
            }
        }
    }

    /// <summary>Opens a page of its own and waits until it is interactive: a click before that is lost.</summary>
    public async Task<IPage> OpenAsync(string path, Look? look = null)
    {
        var page = await OpenBlankAsync(look);
        await GoToAsync(page, path);
        return page;
    }

    /// <summary>A browser of its own that has been nowhere yet.</summary>
    public async Task<IPage> OpenBlankAsync(Look? look = null)
    {
        look ??= Look.Wide;
        var context = await browser.Chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ColorScheme = look.Theme,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            HasTouch = look.IsPhone,
            Locale = look.Locale,
            // What moves is drawn again and again, by a machine that has no more to draw with than the tests have to run on.
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        _contexts.Add(context);
        var page = await context.NewPageAsync();
        await (Watch?.FollowAsync(page) ?? Task.CompletedTask);
        return page;
    }

    public static async Task GoToAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.Locator("main[data-interactive]").WaitForAsync();
    }

    /// <summary>Writes a new story's opening as a person would, and comes to its desk.</summary>
    public async Task<DeskScreen> BeginByHandAsync(string premise, Look? look = null)
    {
        var page = await OpenAsync("/new", look);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Premise" }).FillAsync(premise);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Genre" }).FillAsync("Fantasy");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the opening" }).ClickAsync();
        var desk = new DeskScreen(page);
        await Expect(desk.Paragraphs).ToHaveCountAsync(3, new() { Timeout = 20_000 });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        return desk;
    }

    /// <summary>A desk whose opening is written, for tests of what comes after it: by the program itself, and not by its pages, which takes a browser far longer.</summary>
    public async Task<DeskScreen> BeginStoryAsync(string premise, Look? look = null)
    {
        var storyId = await WriteOpeningAsync(new StoryCard { Genre = "Fantasy", Premise = premise });
        var desk = new DeskScreen(await OpenAsync($"/stories/{storyId}", look));
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        return desk;
    }

    /// <summary>A story on the shelf whose opening is written, and no page.</summary>
    public async Task<Guid> WriteOpeningAsync(StoryCard card, StorySettings? settings = null)
    {
        var story = await Services.GetRequiredService<StoryLibrary>().CreateAsync(card, settings ?? new StorySettings());
        var opening = await Services.GetRequiredService<Study>().Runner.StartAsync(new RunRequest(story.Id, RunKind.Opening), CancellationToken.None);
        Assert.Equal(RunState.Done, (await opening!.Completion).State);
        return story.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process?.Dispose();
        await Model.DisposeAsync();
        Delete(_data);
    }

    // What has ended may still take a file of its own away, or put one there, while the folder goes.
    private static void Delete(DirectoryInfo folder)
    {
        for (var attempt = 1; folder.Exists; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException) when (attempt < 10)
            {
                // The next look at the folder is the pause.
            }

            folder.Refresh();
        }
    }

    // Whatever a test looks at, no page may break under its author.
    private async Task EndAsync()
    {
        await CloseAsync();
        if (_app is not null)
        {
            await (_page?.DisposeAsync() ?? ValueTask.CompletedTask);
            _page = null;
            await _app.DisposeAsync();
            var told = _app.Errors.Told.Where(error => !IsOfTheEnd(error)).ToList();
            Assert.True(told.Count == 0, string.Join("\n\n", told));
        }
    }

    // A page that nobody looks at any more may be drawn once more while the program ends, and finds its services gone.
    private static bool IsOfTheEnd(string error) =>
        error.Contains("Cannot access a disposed object", StringComparison.Ordinal) && error.Contains("'IServiceProvider'", StringComparison.Ordinal);

    private async Task StartProcessAgainAsync() => (_process, _address) = await ProgramProcess.StartAsync(_data.FullName, Model.BaseUrl);

    private async Task CloseAsync()
    {
        foreach (var context in _contexts)
        {
            await context.CloseAsync();
        }

        _contexts.Clear();
    }
}
