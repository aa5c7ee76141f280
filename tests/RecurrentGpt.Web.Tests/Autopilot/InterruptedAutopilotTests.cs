using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Autopilot;

/// <summary>Unattended runs whose program ends under them.</summary>
public sealed class InterruptedAutopilotTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_InStep9Of20_HasEightAndResumesTo20WithoutADoubledOne()
    {
        var killed = (await NightDesk.OpenAsync(_folder.Path)).Replies(8);
        killed.Chat.Open();
        var storyId = await killed.AddStoryAsync();
        await killed.StartAsync(storyId, 20);
        await killed.UntilWritingAfterAsync(storyId, 8);
        await killed.KillAsync();

        await using var desk = (await NightDesk.OpenAsync(_folder.Path)).Replies(12);
        var found = (await desk.Autopilots.ReadAsync(storyId, CancellationToken.None))!.Record;
        await desk.Autopilots.ResumeAsync(storyId, null, CancellationToken.None);
        var ended = await desk.EndAsync(storyId);

        Assert.Equal((AutopilotState.Interrupted, 8), (found.State, found.Spent.Steps));
        Assert.Equal((AutopilotState.Done, 20, found.Id), (ended.State, ended.Spent.Steps, ended.Id));
        Assert.Equal(12, desk.Chat.Requests.Count);
        await AssertOneRoadAsync(desk.Database, storyId, 20);
        await killed.DisposeAsync();
    }

    [Fact]
    public async Task Ended_InAStep_IsInterruptedWithItsRun()
    {
        var first = await NightDesk.OpenAsync(_folder.Path);
        first.Chat.Open();
        var storyId = await first.AddStoryAsync();
        await first.StartAsync(storyId, 2);
        await first.UntilWritingAfterAsync(storyId, 0);
        await first.DisposeAsync();

        await using var second = TestDatabase.At(_folder.Path);
        await second.StartAsync();

        Assert.Equal(AutopilotState.Interrupted, (await second.Autopilots.FindLatestAsync(storyId, CancellationToken.None))!.State);
        await using var db = second.Read();
        Assert.Equal(RunState.Interrupted, (await db.Runs.SingleAsync(run => run.AutopilotId != null)).State);
    }

    [Fact]
    public async Task TakeOver_ThenByHand_ThenResume_GoesOnFromTheParagraphByHand()
    {
        await using var desk = (await NightDesk.OpenAsync(_folder.Path)).Replies(2);
        desk.Chat.Open();
        var storyId = await desk.AddStoryAsync();
        await desk.StartAsync(storyId, 4);
        await desk.UntilWritingAfterAsync(storyId, 2);
        await desk.Autopilots.TakeOverAsync(storyId);
        var sent = desk.Chat.Requests.Count;
        var head = (await desk.Database.Drafts.ReadAsync(storyId))!.Head!;
        var byHand = await desk.Database.AddStepAsync(head, "She did it herself.");

        await desk.Replies(2).Autopilots.ResumeAsync(storyId, null, CancellationToken.None);
        var ended = await desk.EndAsync(storyId);

        Assert.Equal((AutopilotState.Done, 4), (ended.State, ended.Spent.Steps));
        Assert.Equal(sent + 2, desk.Chat.Requests.Count);
        await using var db = desk.Database.Read();
        Assert.Equal(PlanSource.Autopilot, (await db.Steps.SingleAsync(step => step.ParentId == byHand.Id)).PlanSource);
    }

    // No step has two children, and each is a run of its own.
    private static async Task AssertOneRoadAsync(TestDatabase database, Guid storyId, int steps)
    {
        await using var db = database.Read();
        var written = await db.Steps.Where(step => step.StoryId == storyId && step.PlanSource == PlanSource.Autopilot).ToListAsync();
        Assert.Equal(Enumerable.Range(4, steps), written.Select(step => step.Number).Order());
        Assert.Equal(steps, written.Select(step => step.RunId).Distinct().Count());
        Assert.All(await db.Runs.Where(run => run.AutopilotId != null && run.State == RunState.Done).ToListAsync(), run => Assert.Equal(1, run.Choice!.Number));
    }
}
