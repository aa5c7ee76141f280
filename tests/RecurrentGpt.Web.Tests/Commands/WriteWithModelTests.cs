using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using RecurrentGpt.Web.Commands;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Commands;

/// <summary>"write" against a server, with the settings that somebody saved on the screen.</summary>
public sealed class WriteWithModelTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private FakeModelServer? _server;

    private FakeModelServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    private ModelSettings Settings => new()
    {
        Provider = ModelProvider.Compatible,
        BaseUrl = Server.BaseUrl.ToString(),
        ChatModel = "fake-writer",
        EmbeddingModel = "fake-embedder",
    };

    private string Data => Path.Combine(_folder.Path, "data");

    private string Out => Path.Combine(_folder.Path, "story.json");

    private string Trace => Path.Combine(_folder.Path, "trace.jsonl");

    public async Task InitializeAsync()
    {
        _server = await FakeModelServer.StartAsync();
        await SaveSettingsAsync(Settings);
    }

    [Fact]
    public async Task Write_ModelAnswers_AsksOnceAStep()
    {
        var run = await WriteAsync(steps: 3);

        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal(4, Server.ChatRequests.Count);
        Assert.DoesNotContain("only a sample", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ModelRefusesTheKeyInTheMiddle_KeepsAndExportsWhatStandsAndSaysWhy()
    {
        Server.Enqueue(new FakeReply());
        Server.Enqueue(new FakeReply());
        Server.Enqueue(FakeReply.Failing(401, """{"error":{"message":"Wrong key."}}"""));

        var run = await WriteAsync(steps: 3);

        Assert.Equal(ExitCode.ModelFailed, run.Code);
        Assert.Contains("The model failed.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Wrong key.", run.Error, StringComparison.Ordinal);
        Assert.Contains($"4 paragraphs", run.Error, StringComparison.Ordinal);
        Assert.Contains(run.Output.Trim(), run.Error, StringComparison.Ordinal);
        using var story = JsonDocument.Parse(await File.ReadAllTextAsync(Out));
        Assert.Equal(4, story.RootElement.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public async Task Write_ModelFails_TracesTheFailedRequestToo()
    {
        Server.Enqueue(FakeReply.Failing(401, """{"error":{"message":"Wrong key."}}"""));

        await WriteAsync(steps: 3);

        using var line = JsonDocument.Parse((await File.ReadAllLinesAsync(Trace)).Single());
        Assert.Equal("unauthorized", line.RootElement.GetProperty("failure").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Write_ModelFailsOnce_AsksAgainAndWritesAll()
    {
        Server.Enqueue(new FakeReply());
        Server.Enqueue(FakeReply.Broken(FakeFault.EndWithoutFinish, after: 3));

        var run = await WriteAsync(steps: 2);

        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Contains("Not done: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(4, Server.ChatRequests.Count);
        Assert.Contains("Step 2 of 2: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ModelFailsTwiceInARow_SaysHowAndKeepsWhatStands()
    {
        Server.Enqueue(new FakeReply());
        Server.Enqueue(new FakeReply());
        Server.Enqueue(FakeReply.Broken(FakeFault.EndWithoutFinish, after: 3));
        Server.Enqueue(FakeReply.Broken(FakeFault.EndWithoutFinish, after: 3));

        var run = await WriteAsync(steps: 3);

        Assert.Equal(ExitCode.ModelFailed, run.Code);
        Assert.Contains("The model failed.", run.Error, StringComparison.Ordinal);
        Assert.Equal(4, await ParagraphsAsync());
        Assert.Equal(4, Server.ChatRequests.Count);
    }

    [Fact]
    public async Task Write_SimulatedAuthor_AsksForTheChoiceTooAndSaysWhy()
    {
        var run = await WriteAsync(2, "--author", "simulated");

        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal(5, Server.ChatRequests.Count);
        Assert.Contains("  because ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["opening", "choice", "step", "choice", "step"], await PurposesAsync());
    }

    [Fact]
    public async Task Write_TokensWouldNotReach_StopsBeforeTheStepAndNamesTheOption()
    {
        // Each reply of the server says that it took 1,600.
        var run = await WriteAsync(5, "--max-tokens", "3300");

        Assert.Equal(ExitCode.FuseBlown, run.Code);
        Assert.Contains("--max-tokens 3300", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 steps took 3,200 tokens.", run.Error, StringComparison.Ordinal);
        Assert.Equal((5, 3), (await ParagraphsAsync(), Server.ChatRequests.Count));
    }

    [Fact]
    public async Task Write_CostWouldNotReach_StopsBeforeTheStepAndNamesTheOption()
    {
        await SaveSettingsAsync(Settings with { Prices = new TokenPrices { InputPrice = 1_000, OutputPrice = 1_000 } });

        var run = await WriteAsync(5, "--max-cost", "1.70");

        Assert.Equal(ExitCode.FuseBlown, run.Code);
        Assert.Contains("--max-cost 1.70", run.Error, StringComparison.Ordinal);
        Assert.Equal((4, 2), (await ParagraphsAsync(), Server.ChatRequests.Count));
    }

    [Fact]
    public async Task Write_CostWithoutPrices_IsRefusedBeforeAnythingIsWritten()
    {
        var run = await WriteAsync(5, "--max-cost", "1.70");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("Settings page", run.Error, StringComparison.Ordinal);
        Assert.Empty(Server.ChatRequests);
        Assert.Empty((await CommandRun.OfAsync("stories", "--data", Data)).Output);
    }

    [Fact]
    public async Task Write_StopConditionHasComeToPass_StopsWithThePassage()
    {
        var (write, judged, passage) = (Server.Reply, 0, "");
        Server.Reply = request =>
        {
            if (!request.User.Contains("Verdict", StringComparison.Ordinal))
            {
                return write(request);
            }

            passage = FirstSentence(request);
            return $"Verdict:\n{(++judged == 2 ? "yes" : "no")}\n\nQuoted Passage:\n{passage}";
        };

        var run = await WriteAsync(5, "--stop-when", "the letter is opened");

        Assert.Equal(ExitCode.FuseBlown, run.Code);
        Assert.Contains($"\"the letter is opened\" (--stop-when) has come to pass: \"{passage}\"", run.Error, StringComparison.Ordinal);
        Assert.Equal(["opening", "step", "judgement", "step", "judgement"], await PurposesAsync());
        Assert.Equal(5, await ParagraphsAsync());
    }

    [Fact]
    public async Task Write_MachineSpeaksChinese_SaysItsFailureInEnglish()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        Server.Enqueue(FakeReply.Failing(401));

        var run = await WriteAsync(steps: 1);

        Assert.Contains("does not accept the key", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ModelFailsAtTheOpening_WritesNoFileAndNamesTheStory()
    {
        Server.Enqueue(FakeReply.Failing(401));

        var run = await WriteAsync(steps: 1);

        Assert.Equal(ExitCode.ModelFailed, run.Code);
        Assert.False(File.Exists(Out));
        Assert.Contains($"write --story {run.Output.Trim()}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_StoppedWithinAReply_EndsAtOnceAndKeepsWhatStands()
    {
        Server.Enqueue(new FakeReply());
        Server.Enqueue(FakeReply.HoldAfter(3, out var hold));
        using var stop = new CancellationTokenSource();

        var writing = CommandRun.OfAsync(Order(steps: 3), new StringWriter(), stop.Token);
        await hold.Reached;
        await stop.CancelAsync();
        var run = await writing;

        Assert.Equal(ExitCode.Stopped, run.Code);
        using var story = JsonDocument.Parse(await File.ReadAllTextAsync(Out));
        Assert.Equal(3, story.RootElement.GetProperty("steps").GetArrayLength());
        hold.Release();
    }

    [Fact]
    public async Task Write_SettingsThatCannotBeUsed_MakesNoStory()
    {
        await SaveSettingsAsync(new ModelSettings { Provider = ModelProvider.OpenAi, ChatModel = "a-model", EmbeddingModel = "another" });

        var run = await WriteAsync(steps: 1);

        Assert.Equal(ExitCode.ModelFailed, run.Code);
        Assert.Contains("Nothing has been written.", run.Error, StringComparison.Ordinal);
        Assert.Empty((await CommandRun.OfAsync("stories", "--data", Data)).Output);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    private Task<CommandRun> WriteAsync(int steps, params string[] more) => CommandRun.OfAsync([.. Order(steps), .. more]);

    private async Task<int> ParagraphsAsync()
    {
        using var story = JsonDocument.Parse(await File.ReadAllTextAsync(Out));
        return story.RootElement.GetProperty("steps").GetArrayLength();
    }

    private async Task<IEnumerable<string?>> PurposesAsync() =>
        (await File.ReadAllLinesAsync(Trace)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("purpose").GetString());

    private static string FirstSentence(RecordedChatRequest request) =>
        Marks.TryRead(request.User, PartNames.LastParagraph, out var paragraph) ? paragraph[..(paragraph.IndexOf('.', StringComparison.Ordinal) + 1)] : "";

    private string[] Order(int steps) =>
        ["write", "--premise", "A bell rings under the lake.", "--steps", $"{steps}", "--out", Out, "--data", Data, "--trace", Trace];

    private async Task SaveSettingsAsync(ModelSettings settings)
    {
        var host = HeadlessHost.Build(Data);
        await using var disposing = (IAsyncDisposable)host;
        await host.Services.GetRequiredService<StorageStartup>().OpenAsync();
        await host.Services.GetRequiredService<ModelSettingsStore>().SaveAsync(settings, CancellationToken.None);
    }
}
