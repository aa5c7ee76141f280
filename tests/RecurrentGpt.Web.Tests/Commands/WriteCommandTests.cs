using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Play;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Commands;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Commands;

/// <summary>The verbs from end to end, with the built-in sample writer and a real data folder.</summary>
public sealed class WriteCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    [Fact]
    public async Task Write_TenSteps_CarriesTheWholeRecurrence()
    {
        var run = await WriteAsync("story.json", "--genre", "Science Fiction", "--premise", "A lighthouse keeper answers a signal from the sea floor.", "--steps", "10");

        Assert.True(run.Code == ExitCode.Done, run.Error);
        using var story = ReadJson("story.json");
        var steps = story.RootElement.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 13), steps.Select(step => step.GetProperty("number").GetInt32()));
        Assert.All(steps, step => Assert.NotEmpty(step.GetProperty("paragraph").GetString()!));
        Assert.All(steps[3..], IsWholeStep);
    }

    [Fact]
    public async Task Write_NewStory_TellsProgressOnErrorAndTheIdOnOutput()
    {
        var run = await WriteAsync("story.md", "--premise", "A bell rings under the lake.", "--steps", "1");

        Assert.True(Guid.TryParse(run.Output.Trim(), out _), run.Output);
        Assert.Contains("Opening ...", run.Error, StringComparison.Ordinal);
        Assert.Contains("Step 1 of 1: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("words so far", run.Error, StringComparison.Ordinal);
        Assert.Contains("only a sample", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_NewStory_IsOnTheDeskOfTheSameFolder()
    {
        var id = (await WriteAsync("story.md", "--premise", "A bell rings under the lake.", "--title", "The Bell", "--steps", "1")).Output.Trim();
        await using var app = new WebApplicationFactory<Program>();
        await using var desk = app.WithWebHostBuilder(host => host.UseSetting("Storage:Path", Data));
        using var client = desk.CreateClient();

        var exported = await client.GetStringAsync($"/stories/{id}/export?format=markdown");
        using var page = await client.GetAsync($"/stories/{id}");

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(_folder.Path, "story.md")), exported);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Write_NoSteps_WritesOnlyTheOpening()
    {
        await WriteAsync("story.json", "--premise", "A bell rings under the lake.", "--title", "The Bell", "--steps", "0");

        using var story = ReadJson("story.json");
        Assert.Equal("The Bell", story.RootElement.GetProperty("title").GetString());
        Assert.Equal(3, story.RootElement.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task Write_InteractiveFiction_IsPlayedAsItWasAskedFor()
    {
        var id = (await WriteAsync("story.json", "--premise", "A bell rings.", "--kind", "interactive-fiction", "--length", "short", "--person", "first", "--steps", "0")).Output.Trim();
        await using var app = new WebApplicationFactory<Program>();
        await using var desk = app.WithWebHostBuilder(host => host.UseSetting("Storage:Path", Data));

        await using var page = desk.Services.CreateAsyncScope();
        var story = await page.ServiceProvider.GetRequiredService<IStoryStore>().FindStoryAsync(Guid.Parse(id), CancellationToken.None);

        Assert.Equal(new PlaySettings { Length = PlayLength.Short, Person = PlayPerson.First }, story?.Settings.Play);
        Assert.Equal(StoryKind.InteractiveFiction, story?.Card.Kind);
    }

    [Fact]
    public async Task Write_StoryThatIsThere_GoesOnWithIt()
    {
        var id = (await WriteAsync("story.json", "--premise", "A bell rings under the lake.", "--steps", "1")).Output.Trim();

        var run = await WriteAsync("story.json", "--story", id, "--steps", "2");

        Assert.True(run.Code == ExitCode.Done, run.Error);
        using var story = ReadJson("story.json");
        Assert.Equal(6, story.RootElement.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task Write_OwnOpening_StartsFromItsWords()
    {
        var opening = Path.Combine(_folder.Path, "opening.txt");
        await File.WriteAllTextAsync(opening, "Mara locked the orchard at noon.\n\nNobody asked her why.\n");

        var run = await WriteAsync("story.md", "--opening", opening, "--steps", "1");

        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Contains("Mara locked the orchard at noon.", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "story.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_OwnOpeningForAStoryThatHasOne_IsRefused()
    {
        var opening = Path.Combine(_folder.Path, "opening.txt");
        await File.WriteAllTextAsync(opening, "Mara locked the orchard at noon.");
        var id = (await WriteAsync("story.json", "--premise", "A bell rings under the lake.", "--steps", "0")).Output.Trim();

        var run = await WriteAsync("story.json", "--story", id, "--opening", opening, "--steps", "1");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("leave out --opening", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_SameSeed_MakesTheSameChoices()
    {
        string[] order = ["--premise", "A bell rings under the lake.", "--steps", "4", "--author", "random", "--seed", "7"];
        await WriteAsync("one.json", order);
        await WriteAsync("two.json", order);

        Assert.Equal(Plans("one.json"), Plans("two.json"));
    }

    [Fact]
    public async Task Write_Trace_HoldsEveryPromptAndReply()
    {
        var trace = Path.Combine(_folder.Path, "trace.jsonl");

        await WriteAsync("story.json", "--premise", "A bell rings under the lake.", "--steps", "2", "--trace", trace);

        var lines = (await File.ReadAllLinesAsync(trace)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["opening", "step", "step"], lines.Select(line => line.GetProperty("purpose").GetString()));
        Assert.Contains("A bell rings under the lake.", lines[0].GetProperty("user").GetString(), StringComparison.Ordinal);
        Assert.All(lines, line => Assert.NotEmpty(line.GetProperty("reply").GetString()!));
    }

    [Fact]
    public async Task Write_StoppedInTheMiddle_KeepsAndExportsWhatStands()
    {
        using var stop = new CancellationTokenSource();
        await using var error = new SignallingWriter("Step 3 of 50", stop.Cancel);

        var run = await CommandRun.OfAsync(Arguments("story.json", "--premise", "A bell rings under the lake.", "--steps", "50"), error, stop.Token);

        Assert.Equal(ExitCode.Stopped, run.Code);
        using var story = ReadJson("story.json");
        var written = story.RootElement.GetProperty("steps").GetArrayLength();
        Assert.InRange(written, 5, 20);
        Assert.Contains($"\t{written}\t", (await CommandRun.OfAsync("stories", "--data", Data)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_StoppedInTheMiddle_CanBeResumedAtTheDeskAndGivesWayToAnotherOrder()
    {
        using var stop = new CancellationTokenSource();
        await using var error = new SignallingWriter("Step 2 of 50", stop.Cancel);
        var stopped = await CommandRun.OfAsync(Arguments("story.json", "--premise", "A bell rings under the lake.", "--steps", "50"), error, stop.Token);
        var id = stopped.Output.Trim();
        var held = await AutopilotAsync(id);

        var run = await WriteAsync("story.json", "--story", id, "--steps", "2");

        Assert.Equal(AutopilotState.Paused, held.State);
        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal((AutopilotState.Done, 2), await AutopilotAsync(id) is var done ? (done.State, done.Spent.Steps) : default);
    }

    [Fact]
    public async Task Write_EarlierRunWasInterrupted_GoesOnWithAnotherOrder()
    {
        var id = (await WriteAsync("story.json", "--premise", "A bell rings under the lake.", "--steps", "1")).Output.Trim();
        await LeaveRunningAsync(Guid.Parse(id));

        var run = await WriteAsync("story.json", "--story", id, "--steps", "2");

        Assert.True(run.Code == ExitCode.Done, run.Error);
        using var story = ReadJson("story.json");
        Assert.Equal(Enumerable.Range(1, 6), story.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task Export_StoryThatIsThere_WritesIt()
    {
        var id = (await WriteAsync("story.json", "--premise", "A bell rings under the lake.", "--title", "The Bell", "--steps", "0")).Output.Trim();

        var run = await CommandRun.OfAsync("export", "--story", id, "--out", Path.Combine(_folder.Path, "again.md"), "--data", Data);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("# The Bell\n", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "again.md")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
    }

    [Fact]
    public async Task Stories_StoryThatIsThere_IsOneLineWithTabs()
    {
        var id = (await WriteAsync("story.json", "--premise", "A bell rings under the lake.", "--title", "The Bell", "--steps", "0")).Output.Trim();

        var run = await CommandRun.OfAsync("stories", "--data", Data);

        var fields = run.Output.TrimEnd().Split('\t');
        Assert.Equal([id, "The Bell", "3"], fields[..3]);
        Assert.True(int.Parse(fields[3], System.Globalization.CultureInfo.InvariantCulture) > 0);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", fields[4]);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("write")]
    public async Task Run_UnknownStory_IsAMatterOfUse(string verb)
    {
        string[] order = [verb, "--story", Guid.CreateVersion7().ToString(), "--out", Path.Combine(_folder.Path, "story.md"), "--data", Data];

        var run = await CommandRun.OfAsync(verb == "write" ? [.. order, "--steps", "1"] : order);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("There is no story", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "story.md")));
    }

    [Fact]
    public async Task Run_DataFolderOfARunningDesk_IsRefusedWithItsName()
    {
        await using var desk = new TestHost();
        using var client = desk.CreateClient();

        var run = await CommandRun.OfAsync("stories", "--data", desk.DataFolder);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("in use by another RecurrentGPT Web", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> WriteAsync(string file, params string[] order) => CommandRun.OfAsync(Arguments(file, order));

    private string[] Arguments(string file, params string[] order) => ["write", .. order, "--out", Path.Combine(_folder.Path, file), "--data", Data];

    private JsonDocument ReadJson(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, file)));

    private List<string?> Plans(string file)
    {
        using var story = ReadJson(file);

        return [.. story.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("plan").GetProperty("text").GetString())];
    }

    private Task<AutopilotRecord> AutopilotAsync(string id) => WithServicesAsync(async services =>
        (await services.GetRequiredService<Study>().Autopilots.ReadAsync(Guid.Parse(id), CancellationToken.None))!.Record);

    // What a program leaves behind that is killed while it writes.
    private Task<bool> LeaveRunningAsync(Guid storyId) => WithServicesAsync(async services =>
    {
        var order = new AutopilotOrder { Steps = 20, Author = AuthorKind.First };
        var record = new AutopilotRecord { Id = Guid.CreateVersion7(), StoryId = storyId, Order = order, State = AutopilotState.Running, StartedAt = TimeProvider.System.GetUtcNow() };
        await services.GetRequiredService<IAutopilotStore>().BeginAsync(record, CancellationToken.None);
        return true;
    });

    private async Task<T> WithServicesAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        var host = HeadlessHost.Build(Data);
        await using var disposing = (IAsyncDisposable)host;
        await host.Services.GetRequiredService<StorageStartup>().OpenAsync();
        return await work(host.Services);
    }

    private static void IsWholeStep(JsonElement step)
    {
        Assert.NotEmpty(step.GetProperty("summary").GetString()!);
        Assert.NotEmpty(step.GetProperty("memory").GetString()!);
        Assert.NotEmpty(step.GetProperty("plan").GetProperty("text").GetString()!);
        Assert.Equal("autopilot", step.GetProperty("plan").GetProperty("source").GetString());
        Assert.Equal(3, step.GetProperty("plans").EnumerateArray().Select(plan => plan.GetString()).Distinct().Count());
        Assert.NotEmpty(step.GetProperty("recalled").EnumerateArray());
        Assert.All(step.GetProperty("recalled").EnumerateArray(), entry => Assert.InRange(entry.GetProperty("score").GetDouble(), -1, 1));
    }
}
