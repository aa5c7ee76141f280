using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Library;

/// <summary>The stories on the shelf: list, make, rename, delete and bring back.</summary>
public sealed class StoryLibrary(IDbContextFactory<WritingDb> readers, WriteQueue writes, TimeProvider clock)
{
    /// <summary>All stories that are not deleted, the last changed first.</summary>
    public async Task<IReadOnlyList<StoryListing>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        var listings =
            from story in db.Stories
            where story.DeletedAt == null
            join step in db.Steps on story.HeadId equals step.Id into heads
            from head in heads.DefaultIfEmpty()
            orderby story.ChangedAt descending, story.Id descending
            select new StoryListing(
                story.Id,
                story.Title,
                story.Genre,
                story.Kind,
                story.Language,
                head == null ? 0 : head.Number,
                head == null ? 0 : head.PathWords,
                story.ChangedAt)
            {
                // It lies behind the texts of its step, so that it is looked for only where it can be.
                Turn = story.Kind == StoryKind.InteractiveFiction ? head!.Turn : null,
            };

        return await listings.ToListAsync(cancellationToken);
    }

    /// <summary>Makes a story without an opening.</summary>
    /// <exception cref="ArgumentException">A text is over its limit, or a setting out of its range.</exception>
    public Task<Story> CreateAsync(StoryCard card, StorySettings settings, CancellationToken cancellationToken = default)
    {
        TextLimit.Check(card);
        TextLimit.Check(settings);
        var row = NewStory(card, settings, clock.GetUtcNow());

        return writes.WriteAsync(
            db =>
            {
                db.Stories.Add(row);
                return Task.FromResult(row.ToStory());
            },
            cancellationToken);
    }

    /// <summary>False when the story is gone.</summary>
    public Task<bool> RenameAsync(Guid storyId, string title, CancellationToken cancellationToken = default)
    {
        TextLimit.Check(title, StoryLimits.Title, nameof(StoryLimits.Title));

        return ChangeAsync(storyId, story => story.DeletedAt == null, story => story.Title = title, cancellationToken);
    }

    /// <summary>Takes a story off the shelf; <see cref="RestoreAsync"/> brings it back whole.</summary>
    public Task<bool> DeleteAsync(Guid storyId, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();

        return ChangeAsync(storyId, story => story.DeletedAt == null, story => story.DeletedAt = now, cancellationToken);
    }

    public Task<bool> RestoreAsync(Guid storyId, CancellationToken cancellationToken = default) =>
        ChangeAsync(storyId, story => story.DeletedAt != null, story => story.DeletedAt = null, cancellationToken);

    private Task<bool> ChangeAsync(
        Guid storyId, Expression<Func<StoryRow, bool>> condition, Action<StoryRow> change, CancellationToken cancellationToken) =>
        writes.WriteAsync(
            async db =>
            {
                var story = await db.Stories.Where(condition).SingleOrDefaultAsync(row => row.Id == storyId);
                if (story is not null)
                {
                    change(story);
                    story.ChangedAt = clock.GetUtcNow();
                }

                return story is not null;
            },
            cancellationToken);

    private static StoryRow NewStory(StoryCard card, StorySettings settings, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Title = card.Title,
        Genre = card.Genre,
        Premise = card.Premise,
        Language = card.Language,
        Kind = card.Kind,
        Outline = card.Outline,
        Settings = settings,
        Prompts = StoryPrompts.Default,
        CreatedAt = now,
        ChangedAt = now,
    };
}
