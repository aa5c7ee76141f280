using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage.Backups;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>
/// A key that was typed on the Settings page, used for all that the program does with a model, and said back by the server in every way that servers have. Then it is
/// looked for in all that the program has said, shown, sent to the browser, exported and stored.
/// </summary>
public sealed class SentinelTests(BrowserFixture browser, ITestOutputHelper output) : IClassFixture<BrowserFixture>
{
    private const string Key = "sk-sentinel-4711-QxZ9vR2mK8wT5bN3";
    private const string Premise = "A lighthouse keeper finds a door at the bottom of the tide pool.";

    private readonly SecretSearch _search = new(Key);
    private readonly EveryLog _log = new();

    [Fact]
    public async Task AKey_TypedUsedAndSaidBack_IsFoundNowhere()
    {
        await using var elsewhere = await FakeModelServer.StartAsync();
        await using var world = await World.StartAsync(browser, withModel: false, log: _log);
        var page = await world.OpenAsync("/settings");
        Listen(page);
        await SaveKeyAsync(page, world);
        var story = await world.WriteOpeningAsync(new StoryCard { Genre = "Fantasy", Premise = Premise });
        var played = await world.WriteOpeningAsync(new StoryCard { Premise = Premise, Kind = StoryKind.InteractiveFiction });
        await FailAsync(world, story, elsewhere);
        await WriteAsync(world, page, story);
        await LookAtPagesAsync(world, page, story, played);
        world.Services.GetRequiredService<DatabaseBackup>().Make(BackupReason.Hand);
        Assert.All(world.Model.Requests, request => Assert.Equal($"Bearer {Key}", request.Headers["Authorization"]));
        Assert.Empty(elsewhere.Requests);

        await world.StopAsync();
        await CommandsAsync(world, story);

        _search.Look("log", _log.ToString());
        _search.LookInto(world.Data);
        Assert.Empty(_search.Hits);
        Assert.True(_log.Lines > 1_000, $"Only {_log.Lines} lines were logged.");
        Assert.InRange(_search.Places, 60, int.MaxValue);
        Tell();
    }

    // Frames that come from the browser hold the key, when it is typed; none that go to it may.
    private void Listen(IPage page) => page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
    {
        lock (_search)
        {
            _search.Look("message to the browser", frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? ""));
        }
    };

    private async Task SaveKeyAsync(IPage page, World world)
    {
        await World.GoToAsync(page, "/settings");
        await page.GetByRole(AriaRole.Radio, new() { Name = "OpenAI-compatible server" }).CheckAsync();
        await page.GetByLabel("Base URL").FillAsync(world.Model.BaseUrl.ToString());
        await page.GetByLabel("Chat model").FillAsync("fake-writer");
        await page.GetByLabel("Embedding model").FillAsync("fake-embedder");
        await page.GetByLabel("Key", new() { Exact = true }).PressSequentiallyAsync(Key);
        world.Model.Listing = FakeReply.Failing(401, Echo("the list"));
        world.Model.Enqueue(FakeReply.Failing(401, Echo("the reply")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();
        await Expect(page.GetByText("Stories cannot be written with these settings yet.")).ToBeVisibleAsync();
        world.Model.Unscript();
        world.Model.Listing = null;
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved. The next paragraph")).ToBeVisibleAsync();
        await LookAtAsync("settings, saved", page);
    }

    private async Task FailAsync(World world, Guid story, FakeModelServer elsewhere)
    {
        foreach (var (name, reply) in Echoes(elsewhere))
        {
            world.Model.Unscript();
            world.Model.Enqueue(reply);
            var result = await StepAsync(world, story);
            Assert.True(result.State == RunState.Failed, $"{name}: {result.State}");
            _search.Look($"failure, {name}", $"{result.Failure}");
            _search.Look($"desk, {name}", await GetAsync(world, $"/stories/{story}"));
        }

        world.Model.Unscript();
        world.Model.Enqueue(FakeReply.Failing(503, Echo("503, once"), ("Retry-After", "0")));
        world.Model.Enqueue(FakeEmbeddings.Failing(401, Echo("embeddings")));
        Assert.Equal(RunState.Done, (await StepAsync(world, story)).State);
    }

    private static IEnumerable<(string Name, FakeReply Reply)> Echoes(FakeModelServer elsewhere) =>
    [
        ("401", FakeReply.Failing(401, Echo("401"), ("WWW-Authenticate", $"Bearer realm=\"{Key}\""))),
        ("402", FakeReply.Failing(402, Echo("402"))),
        ("403", FakeReply.Failing(403, $"No access with {Key} or {Convert.ToBase64String(Encoding.UTF8.GetBytes(Key))}")),
        ("404", FakeReply.Failing(404, $$$"""{"error":{"message":"No such model","code":"{{{Key}}}"}}""")),
        ("400, a web page", FakeReply.Failing(400, $"<html><body>Authorization: Bearer {Key}</body></html>") with { ContentType = "text/html" }),
        ("429 for long", FakeReply.Failing(429, Echo("429"), ("Retry-After", "4000"))),
        ("301", FakeReply.Failing(301, "", ("Location", $"{elsewhere.BaseUrl}/chat/completions?key={Key}"))),
        ("302", FakeReply.Failing(302, "", ("Location", $"{elsewhere.BaseUrl}/chat/completions"))),
        ("307", FakeReply.Failing(307, Echo("307"), ("Location", $"{elsewhere.BaseUrl}/chat/completions?key={Key}"))),
        ("308", FakeReply.Failing(308, "", ("Location", $"{elsewhere.BaseUrl}/chat/completions"))),
        ("200, a web page", FakeReply.Raw($"<html><body>{Key}</body></html>", "text/html")),
        ("200, JSON", FakeReply.Raw($$"""{"authorization":"Bearer {{Key}}"}""", "application/json")),
        ("an error in the stream", FakeReply.Error(Echo("the stream"), after: 9)),
        ("a piece that is no JSON", FakeReply.Error($"Bearer {Key}", after: 9)),
    ];

    // A step from the desk with a look at what was sent, and two unattended ones.
    private async Task WriteAsync(World world, IPage page, Guid story)
    {
        await World.GoToAsync(page, $"/stories/{story}");
        var desk = new DeskScreen(page);
        await desk.Write(1).ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(5);
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        var sent = await SentScreen.OpenAsync(desk);
        _search.Look("what was sent", string.Join('\n', await sent.MessagesAsync()));
        await LookAtAsync("what was sent, the page", page);
        await sent.CloseAsync();
        var autopilot = new AutopilotScreen(desk);
        await autopilot.StartAsync(2, AutopilotScreen.Simulated);
        await Expect(autopilot.Bar).ToContainTextAsync("Done: 2 of 2", new() { Timeout = 30_000 });
        Assert.Contains(world.Model.ChatRequests, request => request.User.Contains("Chosen Plan", StringComparison.Ordinal));
    }

    private async Task LookAtPagesAsync(World world, IPage page, Guid story, Guid played)
    {
        foreach (var path in (string[])["/", "/new", "/settings", $"/stories/{story}", $"/play/{played}"])
        {
            await World.GoToAsync(page, path);
            await LookAtAsync(path, page);
        }

        string[] answers = ["/", "/new", "/settings", "/healthz", "/not-found", "/error", $"/stories/{story}", $"/play/{played}", $"/stories/{Guid.NewGuid()}"];
        string[] files = [$"/stories/{story}/export?format=markdown", $"/stories/{story}/export?format=json", $"/play/{played}/export", $"/stories/{played}/export?format=json"];
        foreach (var path in answers.Concat(files))
        {
            _search.Look($"answer to {path}", await GetAsync(world, path));
        }
    }

    private async Task LookAtAsync(string place, IPage page)
    {
        _search.Look($"{place}, markup", await page.ContentAsync());
        _search.Look($"{place}, fields", string.Join('\n', await page.Locator("input, textarea").EvaluateAllAsync<string[]>("fields => fields.map(field => field.value)")));
        _search.Look($"{place}, kept by the browser", await page.EvaluateAsync<string>("JSON.stringify({ ...localStorage, ...sessionStorage, cookies: document.cookie })"));
    }

    // The verbs read the key that is stored; a trace holds every prompt and reply. What is stored counts, and not what this machine's environment says.
    private async Task CommandsAsync(World world, Guid story)
    {
        var folder = Directory.CreateDirectory(Path.Combine(world.Data, "out"));
        string[][] orders =
        [
            ["write", "--story", $"{story}", "--steps", "1", "--out", Path.Combine(folder.FullName, "story.json"), "--trace", Path.Combine(folder.FullName, "trace.jsonl")],
            ["write", "--story", $"{story}", "--steps", "1", "--out", Path.Combine(folder.FullName, "story.md"), "--trace", Path.Combine(folder.FullName, "failed.jsonl")],
            ["backup", "--out", Path.Combine(folder.FullName, "copy.db")],
        ];
        world.Model.Unscript();
        foreach (var order in orders)
        {
            if (order[^1].EndsWith("failed.jsonl", StringComparison.Ordinal))
            {
                world.Model.Enqueue(FakeReply.Failing(401, Echo("a verb")));
            }

            var said = await RunAsync([.. order, "--data", world.Data]);
            _search.Look($"{order[0]}, what it says", said);
        }

        Assert.All((string[])["story.json", "trace.jsonl", "failed.jsonl", "copy.db"], name => Assert.True(File.Exists(Path.Combine(folder.FullName, name)), name));
    }

    private static async Task<string> RunAsync(string[] order)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "RecurrentGpt.Web.dll"));
        foreach (var word in order)
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["Logging__LogLevel__Default"] = "Trace";
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return $"{await said}\n{await complained}";
    }

    private static async Task<RunResult> StepAsync(World world, Guid story)
    {
        var head = (await world.Services.GetRequiredService<DraftStore>().ReadAsync(story))!.Head!;
        var request = new RunRequest(story, RunKind.Step) { ParentId = head.Id, Plan = head.Plans[0].ToPlan() };
        var run = await world.Services.GetRequiredService<Study>().Runner.StartAsync(request, CancellationToken.None);
        return await run!.Completion;
    }

    private static async Task<string> GetAsync(World world, string path)
    {
        using var client = new HttpClient { BaseAddress = world.Address };
        using var answer = await client.GetAsync(path);
        var headers = string.Join('\n', answer.Headers.Select(header => $"{header.Key}: {string.Join(',', header.Value)}"));
        return $"{(int)answer.StatusCode}\n{headers}\n{await answer.Content.ReadAsStringAsync()}";
    }

    private static string Echo(string where) => $$$"""{"error":{"message":"{{{where}}}: incorrect key in Authorization: Bearer {{{Key}}}","type":"{{{Key}}}"}}""";

    private void Tell()
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"Sentinel key: {_search}, {_log.Lines:N0} lines of log at Trace among them.");
        output.WriteLine(line);
        Counts.Write("sentinel", line);
    }
}
