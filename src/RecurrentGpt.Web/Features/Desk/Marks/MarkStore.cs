using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Marks;

/// <summary>
/// What the author puts on a step: locks, the heading of a chapter, a note to self. None of it is ever sent to a model. A save of a text names the
/// <see cref="DraftParagraph.MarksVersion"/> that it changes, and from then on the one that the last save returned.
/// </summary>
public sealed class MarkStore(OwnWrites writes, TimeProvider clock)
{
    /// <summary>Locks a paragraph against every model, or unlocks it.</summary>
    public Task LockAsync(Guid stepId, bool isLocked, CancellationToken cancellationToken = default) =>
        writes.WriteAsync(db => MarkEdits.LockAsync(db, stepId, isLocked, clock.GetUtcNow()), cancellationToken);

    /// <summary>Sets the heading of the chapter that begins with a paragraph, in one line; empty for none.</summary>
    /// <exception cref="ArgumentException">The heading is too long.</exception>
    public Task<SaveResult> SetChapterAsync(Guid stepId, string heading, int version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(heading);
        var line = string.Join(' ', heading.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        TextLimit.Check(line, StoryLimits.Title, nameof(StoryLimits.Title));

        return writes.WriteAsync(db => MarkEdits.SetChapterAsync(db, stepId, line, version, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Sets the note on a paragraph; empty for none.</summary>
    /// <exception cref="ArgumentException">The note is too long.</exception>
    public Task<SaveResult> SetNoteAsync(Guid stepId, string note, int version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(note);
        var text = note.Trim();
        TextLimit.Check(text, StoryLimits.Note, nameof(StoryLimits.Note));

        return writes.WriteAsync(db => MarkEdits.SetNoteAsync(db, stepId, text, version, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Locks a sentence of a step's short-term memory against every model, or unlocks it.</summary>
    /// <returns>False when the sentence does not stand in the memory, or the story is being written.</returns>
    public Task<bool> LockSentenceAsync(Guid stepId, string sentence, bool isLocked, CancellationToken cancellationToken = default) =>
        writes.WriteAsync(db => MarkEdits.LockSentenceAsync(db, stepId, sentence, isLocked, clock.GetUtcNow()), cancellationToken);
}
