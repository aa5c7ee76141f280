using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class SchemaTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Update_DatabaseOfTheFirstVersion_KeepsItsStoriesAndKnowsWhatAStepWasGiven()
    {
        var (storyId, memory) = await WriteWithTheFirstSchemaAsync();

        using var database = TestDatabase.At(_folder.Path);
        await database.StartAsync();

        var draft = await database.Drafts.ReadAsync(storyId);
        Assert.Equal(4, draft!.Paragraphs.Count);
        Assert.Equal(memory, draft.Head!.SentMemory);
        Assert.Empty(draft.Head.AcceptedChanges);
        Assert.Null(draft.Story.Prompts.Step);
        Assert.Empty(draft.Head.LockedSentences);
        Assert.Null(draft.Head.Coverage);
        Assert.All(draft.Head.Plans, plan => Assert.False(plan.IsLocked));
        Assert.Single(await database.Drafts.ReadExchangesAsync(draft.Head.RunId));
    }

    private async Task<(Guid StoryId, string Memory)> WriteWithTheFirstSchemaAsync()
    {
        await using var database = TestDatabase.At(_folder.Path);
        await database.StartAsync();
        var story = await database.AddStoryAsync();
        var opening = await database.AddOpeningAsync(story.Id);
        await database.AddStepAsync(opening[^1]);
        await using var connection = Connections.OpenForWriting(database.Folder.Database);
        await using var db = new WritingDb(Connections.Options(connection, NullLoggerFactory.Instance));
        await db.GetService<IMigrator>().MigrateAsync("Initial");
        return (story.Id, opening[^1].ShortTermMemory);
    }
}
