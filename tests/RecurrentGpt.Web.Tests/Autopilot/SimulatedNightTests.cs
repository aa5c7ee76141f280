using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Autopilot;

/// <summary>The simulated author over real storage: what is kept of its choices, and what they cost.</summary>
public sealed class SimulatedNightTests : IDisposable
{
    private const string Condition = "when she rows out";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Simulated_KeepsEachChoiceWithTheStepThatFollowsIt()
    {
        await using var desk = await NightDesk.OpenAsync(_folder.Path);
        var storyId = await desk.AddStoryAsync();
        desk.Chat.Reply("Chosen Plan: 2\n\nReason: The sea is near.");
        desk.Replies(1);

        var ended = await RunAsync(desk, storyId, new AutopilotOrder { Steps = 1 });

        Assert.Equal((AutopilotState.Done, 1), (ended.State, ended.Spent.Steps));
        var choice = (await desk.Database.Drafts.ReadAsync(storyId))!.Paragraphs[^1].Choice!;
        Assert.Equal((AuthorKind.Simulated, 2, "The sea is near.", "She rows out."), (choice.Author, choice.Number, choice.Reason, choice.Plan.Text));
    }

    [Fact]
    public async Task Run_StopConditionMet_IsBlownAfterARestartTooAndResumesBeyondIt()
    {
        Guid storyId;
        await using (var desk = await NightDesk.OpenAsync(_folder.Path))
        {
            storyId = await desk.AddStoryAsync();
            desk.Chat.Reply("Chosen Plan: 2\n\nReason: The sea is near.");
            desk.Replies(1).Chat.Reply("Chosen Plan: 1\n\nReason: On.\n\nVerdict: yes\n\nQuoted Passage: Mara pulled the rope up");
            await RunAsync(desk, storyId, new AutopilotOrder { Steps = 2, StopCondition = Condition });
        }

        await using var later = await NightDesk.OpenAsync(_folder.Path);
        var found = (await later.Autopilots.ReadAsync(storyId, CancellationToken.None))!.Record;
        later.Chat.Reply("Chosen Plan: 1\n\nReason: On.");
        await later.Replies(1).Autopilots.ResumeAsync(storyId, found.Order with { StopsAtRepetition = false }, CancellationToken.None);
        var ended = await later.EndAsync(storyId);

        Assert.Equal((AutopilotState.Blown, FuseKind.StopCondition, "Mara pulled the rope up", 1), (found.State, found.Fuse!.Kind, found.Fuse.Passage, found.Spent.Steps));
        Assert.Equal((AutopilotState.Done, null, 2), (ended.State, ended.Fuse, ended.Spent.Steps));
    }

    [Fact]
    public async Task Run_OfThreeSteps_AsksOnceForEachChoiceAndOnceForEachStep()
    {
        await using var desk = await NightDesk.OpenAsync(_folder.Path);
        var storyId = await desk.AddStoryAsync();
        for (var step = 0; step < 3; step++)
        {
            desk.Chat.Reply("Chosen Plan: 1\n\nReason: On.\n\nVerdict: no");
            desk.Replies(1);
        }

        var ended = await RunAsync(desk, storyId, new AutopilotOrder { Steps = 3, StopCondition = Condition, StopsAtRepetition = false });

        await using var db = desk.Database.Read();
        var purposes = await db.Exchanges.Where(exchange => db.Runs.Any(run => run.Id == exchange.RunId && run.AutopilotId == ended.Id)).Select(exchange => exchange.Purpose).ToListAsync();
        Assert.Equal((3, 3, 6), (purposes.Count(purpose => purpose == ExchangePurpose.Choice), purposes.Count(purpose => purpose == ExchangePurpose.Step), desk.Chat.Requests.Count));
        // A scripted reply takes 120 tokens, and a step two of them.
        Assert.Equal((720, 240), (ended.Spent.Usage.Input + ended.Spent.Usage.Output, ended.Spent.MostInAStep));
    }

    [Fact]
    public async Task Run_SameParagraphAgain_BlowsAndKeepsBothPassages()
    {
        await using var desk = (await NightDesk.OpenAsync(_folder.Path)).Replies(3);
        var storyId = await desk.AddStoryAsync();

        await RunAsync(desk, storyId, new AutopilotOrder { Steps = 3, Author = AuthorKind.First });

        var fuse = (await desk.Database.Autopilots.FindLatestAsync(storyId, CancellationToken.None))!.Fuse!;
        Assert.Equal((FuseKind.Repetition, "Mara pulled the rope up hand over hand.", 4), (fuse.Kind, fuse.Source, fuse.SourceNumber));
        Assert.Equal(2, desk.Chat.Requests.Count);
    }

    private static async Task<AutopilotRecord> RunAsync(NightDesk desk, Guid storyId, AutopilotOrder order)
    {
        await desk.Autopilots.StartAsync(storyId, order, CancellationToken.None);
        return await desk.EndAsync(storyId);
    }
}
