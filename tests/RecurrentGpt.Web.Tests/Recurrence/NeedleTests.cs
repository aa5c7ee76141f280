using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Recurrence;

/// <summary>A thing told in step 2 of a story of 200 steps comes back when a plan means it, and is in the request.</summary>
public sealed class NeedleTests
{
    private const int Length = 200;

    [Fact]
    public async Task OtherWords_ByTheServersEmbedding_AreRecalledAndSent()
    {
        const string Needle = "The brass key of the signal tower lies under the third step of the mill.";
        const string Plan = "Mara recalls where the tool that opens the lighthouse was hidden, and goes to fetch it.";
        await using var model = await FakeModelServer.StartAsync();
        model.Embed = (text, _) => Meaning(text);

        var (sent, recalled) = await WriteAsync(model, local: false, Needle, English, Plan);

        Assert.Contains(Needle, sent, StringComparison.Ordinal);
        Assert.Equal((2, RecallReason.Similar), (recalled[0].Step, recalled[0].Reason));
        Assert.True(recalled[0].Score > 0.9);
    }

    [Theory]
    [InlineData("The brass key of the signal tower lies under the third step of the mill.", "Mara takes the brass key from under the step of the mill and climbs the signal tower.", false)]
    [InlineData("信号塔的铜钥匙藏在磨坊第三级台阶下面。", "玛拉从磨坊的台阶下面取出铜钥匙，登上信号塔。", true)]
    public async Task SameWords_ByTheLocalEmbedder_AreRecalledAndSent(string needle, string plan, bool isChinese)
    {
        await using var model = await FakeModelServer.StartAsync();

        var (sent, recalled) = await WriteAsync(model, local: true, needle, isChinese ? Chinese : English, plan);

        Assert.Contains(needle, sent, StringComparison.Ordinal);
        Assert.Equal(2, recalled[0].Step);
        Assert.Empty(model.EmbeddingRequests);
    }

    // Writes 200 steps of which the second tells the needle, then one more by the plan; gives what was recalled for it, as it was sent and as it is stored.
    private static async Task<(string Sent, IReadOnlyList<RecalledEntry> Recalled)> WriteAsync(FakeModelServer model, bool local, string needle, Func<int, string> other, string plan)
    {
        using var folder = new TempFolder();
        await using var services = Services(folder.Path, model.BaseUrl, local);
        await services.GetRequiredService<StorageStartup>().OpenAsync();
        var story = await services.GetRequiredService<StoryLibrary>().CreateAsync(new StoryCard { Premise = "A harbour." }, new StorySettings { NewCharacterChance = 0 });
        var runner = services.GetRequiredService<Study>().Runner;
        model.Reply = request => Reply(request.Number + 2, other(request.Number + 2));
        model.Enqueue(FakeReply.Of(Opening(needle, other)));
        var head = (await RunAsync(runner, new RunRequest(story.Id, RunKind.Opening)))[^1];
        while (head.Number < Length)
        {
            head = await StepAsync(runner, head, other(head.Number));
        }

        head = await StepAsync(runner, head, plan);
        return (Marks.TryRead(model.ChatRequests[^1].User, PartNames.Recalled, out var sent) ? sent : "", head.Recalled);
    }

    private static async Task<Step> StepAsync(StoryRunner runner, Step head, string plan) =>
        (await RunAsync(runner, new RunRequest(head.StoryId, RunKind.Step) { ParentId = head.Id, Plan = new Plan(plan, PlanSource.Own) }))[^1];

    private static async Task<IReadOnlyList<Step>> RunAsync(StoryRunner runner, RunRequest request)
    {
        var run = await runner.StartAsync(request, CancellationToken.None);
        var result = await run!.Completion;
        Assert.Equal(RunState.Done, result.State);
        return result.Steps;
    }

    private static string English(int number) => $"At the harbour Tobin counts crate {number} and sings to the gulls about herring and rain.";

    private static string Chinese(int number) => $"港口里，托宾数到第{number}个箱子，对海鸥唱着鲱鱼和雨的歌。";

    // An opening has no summaries: its paragraphs are its entries.
    private static string Opening(string needle, Func<int, string> other) =>
        $"Name:\nThe Harbour\n\nOutline:\nIt rains.\n\nParagraph 1:\n{other(1)}\n\nParagraph 2:\n{needle}\n\nParagraph 3:\n{other(3)}\n\nSummary:\nIt rains.\n\n{Instructions}";

    private static string Reply(int number, string summary) =>
        $"Output Paragraph:\nParagraph {number} goes on. {summary}\n\nParagraph Summary:\n{summary}\n\nRationale:\nNothing new.\n\nUpdated Memory:\nIt rains.\n\n{Instructions}";

    private const string Instructions = "Instruction 1:\nIt rains on.\n\nInstruction 2:\nIt stops.\n\nInstruction 3:\nA ship comes.";

    // What texts mean, told by hand: keys and what they open are one thing, the harbour's day another, and no two days are quite alike.
    private static float[] Meaning(string text)
    {
        var isKey = text.Contains("key", StringComparison.Ordinal) || text.Contains("the tool that opens", StringComparison.Ordinal);
        return isKey ? [1, 0.1f, 0] : [0.1f, 1, text.Length % 7 / 10f];
    }

    private static ServiceProvider Services(string folder, Uri model, bool local)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = folder,
            ["Models:Provider"] = "Compatible",
            ["Models:BaseUrl"] = model.ToString(),
            ["Models:ChatModel"] = "fake-writer",
            ["Models:EmbeddingModel"] = local ? "" : "fake-embedder",
            ["Models:LocalEmbeddings"] = local.ToString(),
        }).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddStorage(configuration)
            .AddModels(configuration)
            .AddRecurrence()
            .BuildServiceProvider();
    }
}
