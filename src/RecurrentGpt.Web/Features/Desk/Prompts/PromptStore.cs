using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Prompts;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Prompts;

/// <summary>The outcome of saving prompts.</summary>
/// <param name="Saved">False when another tab saved first; nothing was changed then.</param>
/// <param name="Current">The prompts that stand now.</param>
public sealed record PromptSave(bool Saved, StoryPrompts Current);

/// <summary>Saves the prompts of a story. What says just what ours says is stored as ours, so that it gets better with ours.</summary>
public sealed class PromptStore(OwnWrites writes, TimeProvider clock)
{
    /// <param name="before">The prompts that the change rests on; when others stand there meanwhile, nothing is changed.</param>
    /// <exception cref="ArgumentException">A prompt has lost a part that it needs; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The story is gone.</exception>
    public Task<PromptSave> SaveAsync(Guid storyId, StoryPrompts before, StoryPrompts changed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (TemplateCheck.Problems(changed) is { Count: > 0 } problems)
        {
            var names = problems.Select(problem => problem.Name.Length > 0 ? $"{problem.Kind} \"{problem.Name}\"" : $"{problem.Kind}");
            throw new ArgumentException($"These prompts cannot be used: {string.Join(", ", names)}.", nameof(changed));
        }

        return writes.WriteAsync(db => SaveAsync(db, storyId, before, changed.WithoutOurs(), clock.GetUtcNow()), cancellationToken);
    }

    private static async Task<PromptSave> SaveAsync(WritingDb db, Guid storyId, StoryPrompts before, StoryPrompts changed, DateTimeOffset now)
    {
        var story = await db.Stories.SingleOrDefaultAsync(row => row.Id == storyId && row.DeletedAt == null)
            ?? throw new InvalidOperationException($"There is no story {storyId}.");
        if (story.Prompts != changed && story.Prompts != before)
        {
            return new PromptSave(Saved: false, story.Prompts);
        }

        story.Prompts = changed;
        story.ChangedAt = now;

        return new PromptSave(Saved: true, changed);
    }
}
