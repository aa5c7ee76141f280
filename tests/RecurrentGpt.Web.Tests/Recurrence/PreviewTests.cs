using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;
using Xunit.Abstractions;

namespace RecurrentGpt.Web.Tests.Recurrence;

/// <summary>What is shown before a step is paid for is what goes out, byte for byte, whatever the author has changed.</summary>
public sealed class PreviewTests(ITestOutputHelper output)
{
    private const string NewPlans = "Instruction 1:\nOne goes on.\n\nInstruction 2:\nTwo turns back.\n\nInstruction 3:\nThree waits.";

    [Fact]
    public async Task LookAsync_InTwoHundredRandomStates_ShowsTheMessagesOfTheRequest()
    {
        using var chat = new ScriptedChat();
        using var folder = new TempFolder();
        await using var world = await OpenAsync(folder, services => services.AddSingleton<IModelSource>(new ScriptedModels(chat)));
        var (storyId, die) = (await NewStoryAsync(world), new Random(20261121));
        chat.Reply(Samples.OpeningReply);
        await RunAsync(world, new RunRequest(storyId, RunKind.Opening));
        var seen = new PreviewTally();

        for (var state = 0; state < 200; state++)
        {
            var request = await new RandomState(world, storyId, die).NextAsync();
            var preview = await LookAsync(world, request);
            chat.Reply(request.Kind == RunKind.NewPlans ? NewPlans : Samples.StepReply);
            await RunAsync(world, request);

            Assert.Equal(Bytes(preview.Prompt.ToMessages()), Bytes(chat.Requests[^1]));
            seen.Count(preview, request);
        }

        output.WriteLine(seen.ToString());
        Assert.DoesNotContain(seen.Counts, count => count.Value == 0);
    }

    [Fact]
    public async Task LookAsync_ThroughTheRealClient_ShowsTheMessagesOfTheBody()
    {
        await using var model = await FakeModelServer.StartAsync();
        using var folder = new TempFolder();
        await using var world = await OpenAsync(folder, services => services.AddModels(Settings(folder, model.BaseUrl)));
        var (storyId, die) = (await NewStoryAsync(world), new Random(7));
        await RunAsync(world, new RunRequest(storyId, RunKind.Opening));

        for (var state = 0; state < 30; state++)
        {
            var request = await new RandomState(world, storyId, die).NextAsync();
            var preview = await LookAsync(world, request);
            await RunAsync(world, request);

            // The raw body as it came over the wire, not as the server's double reads it.
            using var body = JsonDocument.Parse(model.ChatRequests[^1].Request.Body);
            var messages = body.RootElement.GetProperty("messages");
            Assert.Equal(2, messages.GetArrayLength());
            Assert.Equal(Utf8(preview.Prompt.System.Text), Utf8(messages[0].GetProperty("content").GetString()!));
            Assert.Equal(Utf8(preview.Prompt.User), Utf8(messages[1].GetProperty("content").GetString()!));
        }
    }

    private static async Task<StepPreview> LookAsync(IServiceProvider world, RunRequest request) =>
        await world.GetRequiredService<StepPreviews>().LookAsync(request, CancellationToken.None) ?? throw new InvalidOperationException("There is nothing to look at.");

    private static async Task RunAsync(IServiceProvider world, RunRequest request)
    {
        var run = await world.GetRequiredService<Study>().Runner.StartAsync(request, CancellationToken.None);
        Assert.Equal(RunState.Done, (await run!.Completion).State);
    }

    private static byte[] Bytes(IEnumerable<ChatMessage> messages) => [.. messages.SelectMany(message => Utf8($"{message.Role}\0{message.Text}\0"))];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<Guid> NewStoryAsync(IServiceProvider world)
    {
        var card = new StoryCard { Premise = "Mara keeps an orchard — “it hums”, 玛拉 says. \"Quoted\"", Genre = "Fantasy" };
        return (await world.GetRequiredService<StoryLibrary>().CreateAsync(card, new StorySettings())).Id;
    }

    private static async Task<ServiceProvider> OpenAsync(TempFolder folder, Action<IServiceCollection> addModels)
    {
        var settings = Settings(folder, null);
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FakeClock());
        services.AddSingleton(settings).AddStorage(settings).AddRecurrence().AddDesk();
        addModels(services);
        var world = services.BuildServiceProvider();
        await world.GetRequiredService<StorageStartup>().OpenAsync();
        return world;
    }

    private static IConfiguration Settings(TempFolder folder, Uri? model) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Storage:Path"] = folder.Path,
        ["Models:Provider"] = "Compatible",
        ["Models:BaseUrl"] = model?.ToString(),
        ["Models:ChatModel"] = "fake-writer",
        ["Models:EmbeddingModel"] = "fake-embedder",
    }).Build();
}
