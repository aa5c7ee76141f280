using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk;

/// <summary>Going to any step of the tree, and finding the way back.</summary>
public sealed class HeadMovesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Story _story = null!;
    private IReadOnlyList<Step> _opening = [];

    private DraftStore Drafts => _database.Drafts;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        _opening = await _database.AddOpeningAsync(_story.Id);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Go_ToAnEarlierStep_StandsOnItAndRedoLeadsBackStepByStep()
    {
        var first = await _database.AddStepAsync(_opening[^1], "First.");
        var second = await _database.AddStepAsync(first, "Second.");

        Assert.True(await Drafts.GoAsync(_story.Id, _opening[^1].Id));

        Assert.Equal(_opening[^1].Id, await HeadAsync());
        await Drafts.RedoAsync(_story.Id);
        await Drafts.RedoAsync(_story.Id);
        Assert.Equal(second.Id, await HeadAsync());
    }

    [Fact]
    public async Task Go_ToAnotherBranch_LeavesARedoAlongItAndKeepsTheOneThatWasLeft()
    {
        var left = await _database.AddStepAsync(await _database.AddStepAsync(_opening[^1], "Left."), "Left, on.");
        await Drafts.GoAsync(_story.Id, _opening[^1].Id);
        var right = await _database.AddStepAsync(await _database.AddStepAsync(_opening[^1], "Right."), "Right, on.");

        await Drafts.GoAsync(_story.Id, left.Id);
        await Drafts.UndoAsync(_story.Id);
        await Drafts.UndoAsync(_story.Id);
        await Drafts.RedoAsync(_story.Id);
        await Drafts.RedoAsync(_story.Id);

        Assert.Equal(left.Id, await HeadAsync());
        await Drafts.GoAsync(_story.Id, right.ParentId!.Value);
        await Drafts.RedoAsync(_story.Id);
        Assert.Equal(right.Id, await HeadAsync());
    }

    [Fact]
    public async Task Commit_OnAStepAsideOfTheHead_MovesThereAndBothWaysAreFound()
    {
        var left = await _database.AddStepAsync(_opening[^1], "Left.");
        await Drafts.GoAsync(_story.Id, _opening[^1].Id);
        var right = await _database.AddStepAsync(_opening[^1], "Right.");

        var onLeft = await _database.AddStepAsync(left, "Left, on.");
        await Drafts.UndoAsync(_story.Id);
        await Drafts.UndoAsync(_story.Id);
        await Drafts.RedoAsync(_story.Id);
        await Drafts.RedoAsync(_story.Id);

        Assert.Equal(onLeft.Id, await HeadAsync());
        Assert.NotEqual(right.Id, left.Id);
    }

    [Fact]
    public async Task Go_WhereTheStoryCannotStand_IsRefused()
    {
        var other = await _database.AddStoryAsync();
        var elsewhere = await _database.AddOpeningAsync(other.Id);
        await _database.AddStepAsync(_opening[^1]);

        Assert.False(await Drafts.GoAsync(_story.Id, _opening[0].Id));
        Assert.False(await Drafts.GoAsync(_story.Id, elsewhere[^1].Id));
        Assert.False(await Drafts.GoAsync(_story.Id, Guid.CreateVersion7()));
        Assert.False(await Drafts.GoAsync(_story.Id, (await HeadAsync())!.Value));
    }

    [Fact]
    public async Task Go_WhileTheStoryIsWritten_IsRefused()
    {
        var step = await _database.AddStepAsync(_opening[^1]);
        await _database.Store.ClaimAsync(Guid.CreateVersion7(), new RunRequest(_story.Id, RunKind.NewPlans) { ParentId = step.Id }, default);

        Assert.False(await Drafts.GoAsync(_story.Id, _opening[^1].Id));
    }

    private async Task<Guid?> HeadAsync() => (await _database.Store.FindStoryAsync(_story.Id, default))!.HeadId;
}
