using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class LeftoversTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Story _story = null!;
    private Step _head = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        _head = (await _database.AddOpeningAsync(_story.Id))[^1];
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData(RunState.Stopped, "Half a", true)]
    [InlineData(RunState.Stopped, "", false)]
    [InlineData(RunState.Failed, "Half a", true)]
    [InlineData(RunState.Failed, "", true)]
    [InlineData(RunState.Interrupted, "Half a", true)]
    public async Task Read_RunDidNotEndWell_OffersWhatThereIs(RunState state, string partial, bool isOffered)
    {
        var runId = await EndedAsync(RunKind.Step, state, partial);

        var leftover = await LeftoverAsync();

        Assert.Equal(isOffered ? runId : null, leftover?.Id);
    }

    [Fact]
    public async Task Read_RunIsRunning_OffersNothing()
    {
        await ClaimAsync(RunKind.Step);

        Assert.Null(await LeftoverAsync());
    }

    [Fact]
    public async Task Read_Dropped_OffersWhatAnEarlierRunLeft()
    {
        var earlier = await EndedAsync(RunKind.Step, RunState.Stopped, "Earlier prose");
        var later = await EndedAsync(RunKind.Step, RunState.Failed, "");
        Assert.Equal(later, (await LeftoverAsync())!.Id);

        await _database.Drafts.DropLeftoverAsync(later);

        Assert.Equal(earlier, (await LeftoverAsync())!.Id);
    }

    [Fact]
    public async Task Read_AnotherRunOfTheHeadIsDone_OffersNothingMore()
    {
        await EndedAsync(RunKind.Step, RunState.Stopped, "Half a");
        await _database.AddStepAsync(_head);
        Assert.Null(await LeftoverAsync());

        await _database.Drafts.UndoAsync(_story.Id);

        Assert.Null(await LeftoverAsync());
    }

    [Fact]
    public async Task Read_NewPlansAreDone_StillOffersTheProse()
    {
        var runId = await EndedAsync(RunKind.Step, RunState.Stopped, "Half a");
        await EndedAsync(RunKind.NewPlans, RunState.Failed, "");

        await _database.CommitAsync(Request(RunKind.NewPlans), Written.Change() with { Plans = Written.Plans("One.") });

        Assert.Equal(runId, (await LeftoverAsync())!.Id);
    }

    [Theory]
    [InlineData(RunKind.Keep)]
    [InlineData(RunKind.KeepByHand)]
    public async Task Read_KeptAfterTheProgramEnded_OffersNothingMore(RunKind kind)
    {
        await EndedAsync(RunKind.Step, RunState.Interrupted, "Half a");

        await _database.CommitAsync(Request(kind), Written.Change(Written.Step("Half a")));
        await _database.Drafts.UndoAsync(_story.Id);

        Assert.Null(await LeftoverAsync());
    }

    [Fact]
    public async Task Read_LeftAtAnotherStep_IsOfferedThereOnly()
    {
        await _database.AddStepAsync(_head);
        await _database.Drafts.UndoAsync(_story.Id);
        var runId = await EndedAsync(RunKind.Step, RunState.Stopped, "Half a");

        await _database.Drafts.RedoAsync(_story.Id);
        Assert.Null(await LeftoverAsync());
        await _database.Drafts.UndoAsync(_story.Id);

        Assert.Equal(runId, (await LeftoverAsync())!.Id);
    }

    private async Task<Run?> LeftoverAsync() => (await _database.Drafts.ReadAsync(_story.Id))!.Leftover;

    private RunRequest Request(RunKind kind) => new(_story.Id, kind) { ParentId = _head.Id };

    private async Task<Guid> ClaimAsync(RunKind kind)
    {
        var runId = Guid.CreateVersion7();
        Assert.NotNull(await _database.Store.ClaimAsync(runId, Request(kind), default));

        return runId;
    }

    private async Task<Guid> EndedAsync(RunKind kind, RunState state, string partial)
    {
        var runId = await ClaimAsync(kind);
        var failure = state == RunState.Failed ? new StepFailure(FailureKind.ServerError) : null;
        await _database.Store.EndAsync(runId, new RunEnd(state, failure, partial), default);

        return runId;
    }
}
