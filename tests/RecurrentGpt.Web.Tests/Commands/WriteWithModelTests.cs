using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.FakeModel;
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

    private string Data => Path.Combine(_folder.Path, "data");

    private string Out => Path.Combine(_folder.Path, "story.json");

    private string Trace => Path.Combine(_folder.Path, "trace.jsonl");

    public async Task InitializeAsync()
    {
        _server = await FakeModelServer.StartAsync();
        await SaveSettingsAsync(new ModelSettings
        {
            Provider = ModelProvider.Compatible,
            BaseUrl = _server.BaseUrl.ToString(),
            ChatModel = "fake-writer",
            EmbeddingModel = "fake-embedder",
        });
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

    private Task<CommandRun> WriteAsync(int steps) => CommandRun.OfAsync(Order(steps));

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
