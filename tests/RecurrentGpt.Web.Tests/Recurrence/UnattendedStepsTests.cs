using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Recurrence;

/// <summary>A long unattended run over real storage and a real server on loopback, whose record says what it costs.</summary>
public sealed class UnattendedStepsTests
{
    private const int Steps = 150;
    private const int Opening = 1;

    [Fact]
    public async Task AHundredAndFiftySteps_CostTwoRequestsEachAndKeepTheirPromptsShort()
    {
        await using var model = await FakeModelServer.StartAsync();
        using var folder = new TempFolder();
        await using var services = LoopServices.Of(folder.Path, model.BaseUrl);
        await services.GetRequiredService<StorageStartup>().OpenAsync();
        var storyId = await OpenStoryAsync(services);
        var autopilots = services.GetRequiredService<Study>().Autopilots;

        var order = new AutopilotOrder { Steps = Steps, Author = AuthorKind.Simulated, StopsAtRepetition = false, StopsAtAlikePlans = false };
        await autopilots.StartAsync(storyId, order, CancellationToken.None);
        await autopilots.WaitAsync(storyId, CancellationToken.None);

        var record = (await autopilots.ReadAsync(storyId, CancellationToken.None))!.Record;
        Assert.Equal((AutopilotState.Done, Steps), (record.State, record.Spent.Steps));
        Assert.Equal(Opening + (2 * Steps), model.ChatRequests.Count);
        Assert.Equal(Opening + (2 * Steps), model.EmbeddingRequests.Count);
        Assert.InRange((double)Written(model, Steps).Length / Written(model, 10).Length, 0.9, 1.1);
        Assert.InRange((double)Chosen(model, Steps).Length / Chosen(model, 10).Length, 0.9, 1.1);
    }

    private static async Task<Guid> OpenStoryAsync(ServiceProvider services)
    {
        var card = new StoryCard { Premise = "Mara keeps an orchard of glass trees.", Genre = "Fantasy" };
        var story = await services.GetRequiredService<StoryLibrary>().CreateAsync(card, new StorySettings { NewCharacterChance = 0 });
        var run = await services.GetRequiredService<Study>().Runner.StartAsync(new RunRequest(story.Id, RunKind.Opening), CancellationToken.None);
        Assert.Equal(RunState.Done, (await run!.Completion).State);
        return story.Id;
    }

    // Each step is chosen, then written.
    private static string Chosen(FakeModelServer model, int step) => Sent(model.ChatRequests[(2 * step) - 1]);

    private static string Written(FakeModelServer model, int step) => Sent(model.ChatRequests[2 * step]);

    private static string Sent(RecordedChatRequest request) => request.System + request.User;
}
