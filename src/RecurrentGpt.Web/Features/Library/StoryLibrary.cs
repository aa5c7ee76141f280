using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Library;

/// <summary>The stories on the shelf: list, make, rename, delete and bring back.</summary>
public sealed class StoryLibrary(IDbContextFactory<WritingDb> readers, OwnWrites writes, IOptions<LimitOptions> limits, TimeProvider clock)
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
    /// <exception cref="StoreException">There are as many stories as may be.</exception>
    public Task<Story> CreateAsync(StoryCard card, StorySettings settings, CancellationToken cancellationToken = default)
    {
        TextLimit.Check(card);
        TextLimit.Check(settings);
        var row = NewStory(card, settings, clock.GetUtcNow());

        return writes.WriteAsync(
            async db =>
            {
                await RefuseWhenFullAsync(db);
                db.Stories.Add(row);
                return row.ToStory();
            },
            cancellationToken);
    }

    private async Task RefuseWhenFullAsync(WritingDb db)
    {
        var stories = await db.Stories.CountAsync(story => story.DeletedAt == null);
        if (stories >= limits.Value.Stories)
        {
            throw new StoreException(new StepFailure(FailureKind.ShelfFull, stories.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Gives a story another title in the place of the one that the author saw. Null when the story is gone.</summary>
    public Task<TitleSave?> RenameAsync(Guid storyId, string before, string title, CancellationToken cancellationToken = default)
    {
        TextLimit.Check(title, StoryLimits.Title, nameof(StoryLimits.Title));

        return writes.WriteAsync(db => RenameAsync(db, storyId, before, title), cancellationToken);
    }

    private async Task<TitleSave?> RenameAsync(WritingDb db, Guid storyId, string before, string title)
    {
        var story = await db.Stories.SingleOrDefaultAsync(row => row.Id == storyId && row.DeletedAt == null);
        if (story is null || (story.Title != before && story.Title != title))
        {
            return story is null ? null : new TitleSave(Saved: false, story.Title);
        }

        story.Title = title;
        story.ChangedAt = clock.GetUtcNow();
        return new TitleSave(Saved: true, title);
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
