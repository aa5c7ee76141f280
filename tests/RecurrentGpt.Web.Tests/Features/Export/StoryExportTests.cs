using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Export;

public sealed class StoryExportTests
{
    [Fact]
    public async Task Find_StoryWithALeftBranch_GivesOnlyThePathToTheHead()
    {
        await using var database = await TestDatabase.OpenAsync();
        var story = await database.AddStoryAsync();
        var opening = await database.AddOpeningAsync(story.Id);
        await database.AddStepAsync(opening[^1], "Left behind.");
        await database.Drafts.UndoAsync(story.Id);
        await database.AddStepAsync(opening[^1], "Written instead.");

        var exported = await Export(database).FindAsync(story.Id);

        Assert.NotNull(exported);
        var steps = await exported.Steps.ToListAsync();
        Assert.Equal([1, 2, 3, 4], steps.Select(step => step.Number));
        Assert.Equal("Written instead.", steps[^1].Paragraph);
        Assert.Equal(steps.Sum(step => Prose.Words(step.Paragraph)), exported.Words);
        Assert.Equal(4, exported.Paragraphs);
    }

    [Fact]
    public async Task Find_Step_IsWholeAsTheStoreHasIt()
    {
        await using var database = await TestDatabase.OpenAsync();
        var story = await database.AddStoryAsync();
        var opening = await database.AddOpeningAsync(story.Id);
        var step = await database.AddStepAsync(opening[^1]);

        var exported = await Export(database).FindAsync(story.Id);

        Assert.NotNull(exported);
        Assert.Equivalent(ExportedSteps.Told((await database.Store.FindStepAsync(step.Id, CancellationToken.None))!), (await exported.Steps.ToListAsync())[^1], strict: true);
    }

    [Fact]
    public async Task Find_StepThatGotNewPlans_GivesTheNewestThree()
    {
        await using var database = await TestDatabase.OpenAsync();
        var story = await database.AddStoryAsync();
        var opening = await database.AddOpeningAsync(story.Id);
        await database.CommitAsync(
            new RunRequest(story.Id, RunKind.NewPlans) { ParentId = opening[^1].Id }, Written.Change() with { Plans = Written.Plans("One.", "Two.", "Three.") });

        var exported = await Export(database).FindAsync(story.Id);

        Assert.NotNull(exported);
        Assert.Equal(["One.", "Two.", "Three."], (await exported.Steps.ToListAsync())[^1].Plans);
    }

    [Fact]
    public async Task Find_LongStory_KeepsTheOrder()
    {
        await using var database = await TestDatabase.OpenAsync();
        var story = await database.AddStoryAsync();
        var head = (await database.AddOpeningAsync(story.Id))[^1];
        for (var number = 4; number <= 250; number++)
        {
            head = await database.AddStepAsync(head, $"Paragraph {number}.");
        }

        var exported = await Export(database).FindAsync(story.Id);

        Assert.NotNull(exported);
        Assert.Equal(Enumerable.Range(1, 250), await exported.Steps.Select(step => step.Number).ToListAsync());
    }

    [Fact]
    public async Task Find_StoryBeforeItsOpening_HasNoSteps()
    {
        await using var database = await TestDatabase.OpenAsync();
        var story = await database.AddStoryAsync();

        var exported = await Export(database).FindAsync(story.Id);

        Assert.NotNull(exported);
        Assert.Empty(await exported.Steps.ToListAsync());
        Assert.Equal((0, 0), (exported.Paragraphs, exported.Words));
    }

    [Fact]
    public async Task Find_DeletedOrUnknownStory_GivesNothing()
    {
        await using var database = await TestDatabase.OpenAsync();
        var story = await database.AddStoryAsync();
        await database.Library.DeleteAsync(story.Id);

        Assert.Null(await Export(database).FindAsync(story.Id));
        Assert.Null(await Export(database).FindAsync(Guid.CreateVersion7()));
    }

    private static StoryExport Export(TestDatabase database) => new(database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
}
