using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.ShortTerm;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.ShortTerm;

public sealed class AcceptedChangesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private AcceptedChanges _accepted = null!;
    private Step _step = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _accepted = new AcceptedChanges(_database.Writes);
        var story = await _database.AddStoryAsync();
        _step = await _database.AddStepAsync((await _database.AddOpeningAsync(story.Id))[^1]);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Accept_Twice_IsStoredOnceWithWhatWasAcceptedBefore()
    {
        await _accepted.AcceptAsync(_step.Id, [2]);
        await _accepted.AcceptAsync(_step.Id, [0, 2]);

        var now = await _accepted.AcceptAsync(_step.Id, [0]);

        Assert.Equal([0, 2], now);
        Assert.Equal([0, 2], (await _database.Drafts.ReadAsync(_step.StoryId))!.Head!.AcceptedChanges);
    }

    [Fact]
    public async Task Accept_LeavesTheVersionsOfTexts()
    {
        await _accepted.AcceptAsync(_step.Id, [1]);

        Assert.True((await _database.Drafts.SaveMemoryAsync(_step.Id, "Mine.", _step.MemoryVersion)).Saved);
    }

    [Fact]
    public async Task Accept_NoSuchStep_Throws()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _accepted.AcceptAsync(Guid.NewGuid(), [0]));
    }
}
