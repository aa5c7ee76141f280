using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Features.Desk.ShortTerm;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.ShortTerm;

public sealed class MemoryHistoryStoreTests
{
    [Fact]
    public async Task Read_SomeSteps_GivesThoseOfThePathWithWhatTheHandChanged()
    {
        await using var database = await TestDatabase.OpenAsync();
        var story = await database.AddStoryAsync();
        var opening = await database.AddOpeningAsync(story.Id);
        var fourth = await database.AddStepAsync(opening[^1], "Four.");
        await database.AddStepAsync(fourth, "Another five.");
        var fifth = await database.AddStepAsync(fourth, "Five.");
        await database.Drafts.SaveMemoryAsync(fourth.Id, "By my own hand.", fourth.MemoryVersion);
        var history = new MemoryHistoryStore(database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());

        var moments = await history.ReadAsync(fifth.Id, 4, 9);

        Assert.Equal([4, 5], moments.Keys.Order());
        Assert.Equal(("Memory after: Four.", "By my own hand."), (moments[4].Written, moments[4].Standing));
        Assert.Equal("Memory after: Five.", moments[5].Standing);
        Assert.NotEmpty(moments[4].ByHand);
        Assert.Empty(moments[5].ByHand);
    }

    [Fact]
    public void ByModelAndByHand_LockedSentenceThatWasKept_IsTheDoingOfNeither()
    {
        var moment = new MemoryMoment(4, "It rains. Mara waits.", "Mara waits.", "It rains. Mara waits.", "", "It rains.");

        Assert.Empty(moment.ByModel);
        Assert.Empty(moment.ByHand);
    }
}
