using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Lookahead;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class LookaheadStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Begun = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private TestDatabase _database = null!;
    private Step _parent = null!;
    private Step _head = null!;

    private ILookaheadStore Ahead => _database.Services.GetRequiredService<ILookaheadStore>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        var story = await _database.AddStoryAsync();
        _parent = (await _database.AddOpeningAsync(story.Id))[^1];
        _head = await _database.AddStepAsync(_parent);
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task AddBranch_StandsBesideTheHead_WithAllThatAStepHas()
    {
        var committed = await AddBranchAsync();

        var branch = Assert.Single(committed.Steps);
        var stored = (await _database.Store.FindStepAsync(branch.Id, default))!;
        Assert.Equal((_parent.Id, "She rows out.", "The boat was gone."), (stored.ParentId, stored.Plan.Text, stored.Paragraph));
        Assert.Equal(3, stored.Plans.Count);
        Assert.Contains(await _database.Store.ReadEntriesAsync(_head.StoryId, default), entry => entry.StepId == branch.Id && entry.Vector is not null);
        await using var db = _database.Read();
        var run = await db.Runs.SingleAsync(row => row.Id == stored.RunId);
        Assert.Equal((RunState.Done, Begun), (run.State, run.AheadAt));
        Assert.Single(await db.Exchanges.Where(exchange => exchange.RunId == run.Id).ToListAsync());
    }

    [Fact]
    public async Task AddBranch_MovesNeitherTheHeadNorTheWayForward()
    {
        await AddBranchAsync();

        Assert.Equal(_head.Id, (await _database.Store.FindStoryAsync(_head.StoryId, default))!.HeadId);
        await _database.Drafts.UndoAsync(_head.StoryId);
        await _database.Drafts.RedoAsync(_head.StoryId);
        Assert.Equal(_head.Id, (await _database.Store.FindStoryAsync(_head.StoryId, default))!.HeadId);
    }

    [Fact]
    public async Task AddBranch_WhileARunWrites_TakesNoTurn()
    {
        var running = Guid.CreateVersion7();
        await _database.Store.ClaimAsync(running, new RunRequest(_head.StoryId, RunKind.Step) { ParentId = _head.Id, Plan = new Plan("On.", PlanSource.Picked) }, default);

        await AddBranchAsync();
        var committed = await _database.Store.CommitAsync(running, Written.Change(Written.Step("She went on.")), default);

        Assert.Equal(committed.Steps[0].Id, (await _database.Store.FindStoryAsync(_head.StoryId, default))!.HeadId);
    }

    [Fact]
    public async Task AddBranch_OfAStoryThatIsGone_IsRefused()
    {
        await _database.Library.DeleteAsync(_head.StoryId);

        await Assert.ThrowsAsync<InvalidOperationException>(AddBranchAsync);
    }

    [Fact]
    public async Task Commit_OfAStepThatWasWrittenAhead_SaysSince()
    {
        var steps = await _database.CommitAsync(
            new RunRequest(_head.StoryId, RunKind.Step) { ParentId = _head.Id, Plan = new Plan("On.", PlanSource.Picked) },
            Written.Change(Written.Step("She went on.")) with { AheadAt = Begun });

        await using var db = _database.Read();
        Assert.Equal(Begun, (await db.Runs.SingleAsync(run => run.Id == steps[0].RunId)).ToRun().AheadAt);
    }

    [Fact]
    public async Task AddSpent_ModelByModel_IsAddedUp()
    {
        await Ahead.AddSpentAsync(_head.StoryId, new AheadSpent("one", 1, 0, 0, TokenUsage.None), default);
        await Ahead.AddSpentAsync(_head.StoryId, new AheadSpent("one", 0, 1, 2, new TokenUsage(100, 20, 60)), default);
        await Ahead.AddSpentAsync(_head.StoryId, new AheadSpent("two", 0, 0, 1, new TokenUsage(7, 5, 0)), default);

        Assert.Equal(
            [new AheadSpent("one", 1, 1, 2, new TokenUsage(100, 20, 60)), new AheadSpent("two", 0, 0, 1, new TokenUsage(7, 5, 0))],
            await Ahead.ReadSpentAsync(_head.StoryId, default));
    }

    [Fact]
    public async Task AddSpent_StoryIsNotThere_CountsNothing()
    {
        await Ahead.AddSpentAsync(Guid.NewGuid(), new AheadSpent("one", 1, 0, 0, TokenUsage.None), default);

        await using var db = _database.Read();
        Assert.Empty(await db.Ahead.ToListAsync());
    }

    private Task<Committed> AddBranchAsync()
    {
        var plan = new Plan("She rows out.", PlanSource.Picked);
        return Ahead.AddBranchAsync(
            Guid.CreateVersion7(),
            new RunRequest(_head.StoryId, RunKind.Step) { ParentId = _parent.Id, Plan = plan },
            Written.Change(Written.Step("The boat was gone.") with { Plan = plan }) with { AheadAt = Begun },
            default);
    }
}
