using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Recurrence;

/// <summary>The whole loop over real storage and a real server on loopback, whose record says what a step costs.</summary>
public sealed class HundredStepsTests
{
    private const int Steps = 100;

    [Fact]
    public async Task AHundredSteps_CostTheSameEachAndSendWhatStands()
    {
        await using var model = await FakeModelServer.StartAsync();
        using var folder = new TempFolder();
        await using var services = LoopServices.Of(folder.Path, model.BaseUrl);
        await services.GetRequiredService<StorageStartup>().OpenAsync();
        var runner = services.GetRequiredService<Study>().Runner;
        var drafts = services.GetRequiredService<DraftStore>();
        var card = new StoryCard { Premise = "Mara keeps an orchard — “it hums”, 玛拉 says. \"Quoted\"", Genre = "Fantasy" };
        var story = await services.GetRequiredService<StoryLibrary>().CreateAsync(card, new StorySettings { NewCharacterChance = 0 });
        await RunAsync(runner, new RunRequest(story.Id, RunKind.Opening));

        for (var step = 0; step < Steps; step++)
        {
            var head = (await drafts.ReadAsync(story.Id))!.Head!;
            var plan = head.Plans[step % 3].ToPlan();
            var (chats, embeddings) = (model.ChatRequests.Count, model.EmbeddingRequests.Count);

            await RunAsync(runner, new RunRequest(story.Id, RunKind.Step) { ParentId = head.Id, Plan = plan });

            Assert.Equal((chats + 1, embeddings + 2), (model.ChatRequests.Count, model.EmbeddingRequests.Count));
            var sent = model.ChatRequests[^1].User;
            Assert.Equal(plan.Text, Part(sent, PartNames.Plan));
            Assert.Equal(head.ShortTermMemory, Part(sent, PartNames.ShortTermMemory));
            Assert.Equal(head.Paragraph, Part(sent, PartNames.LastParagraph));
            Assert.Equal(card.Premise, Part(sent, PartNames.Premise));
        }

        var (tenth, last) = (Sent(model, 10), Sent(model, Steps));
        Assert.InRange((double)last.Length / tenth.Length, 0.9, 1.1);
        Assert.Equal(model.ChatRequests[10].System, model.ChatRequests[Steps].System);
        Assert.True(model.ChatRequests[10].System.Length / 5 >= 1024);
    }

    private static string Sent(FakeModelServer model, int step) => model.ChatRequests[step].System + model.ChatRequests[step].User;

    private static string Part(string message, string name) => Marks.TryRead(message, name, out var text) ? text : "";

    private static async Task RunAsync(StoryRunner runner, RunRequest request)
    {
        var run = await runner.StartAsync(request, CancellationToken.None);
        var result = await run!.Completion;
        Assert.Equal(RunState.Done, result.State);
    }
}
