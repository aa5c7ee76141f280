using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>Stories with an opening each, as a run stores it, but many in one transaction: they are where sequences begin, not what they are about.</summary>
internal static class NewStories
{
    private const int Batch = 50;

    public static Task<List<(Guid StoryId, IReadOnlyList<PlainWriting> Opening)>> WriteAsync(TestDatabase database, Func<Guid> newId) => database.Writes.WriteAsync(async db =>
    {
        var stories = new List<(Guid, IReadOnlyList<PlainWriting>)>();
        for (var i = 0; i < Batch; i++)
        {
            var opening = PlainWriting.Opening(newId);
            stories.Add((await WriteAsync(db, newId(), opening, database.Clock.GetUtcNow()), opening));
        }

        return stories;
    });

    private static async Task<Guid> WriteAsync(WritingDb db, Guid runId, IReadOnlyList<PlainWriting> opening, DateTimeOffset now)
    {
        var story = db.Stories.Add(NewStory(now)).Entity.Id;
        await db.SaveChangesAsync();
        await RunClaim.TakeAsync(db, runId, new RunRequest(story, RunKind.Opening), now);
        await db.SaveChangesAsync();
        await StoryCommit.StoreAsync(db, runId, new StoryChange { Steps = [.. opening.Select(step => step.ToStep())], Exchanges = [] }, now);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return story;
    }

    private static StoryRow NewStory(DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Title = "The Glass Orchard",
        Genre = "Mystery",
        Premise = "A lamp lights by itself.",
        Language = "English",
        Kind = StoryKind.Novel,
        Outline = "",
        Settings = new StorySettings(),
        Prompts = StoryPrompts.Default,
        CreatedAt = now,
        ChangedAt = now,
    };
}
