using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Edits;
using RecurrentGpt.Web.Features.Desk.Rewrite;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>The outcome of a save by hand.</summary>
/// <param name="Saved">False when another tab saved first; nothing was changed then.</param>
/// <param name="Version">The version that stands now.</param>
/// <param name="Current">The text that stands now, for showing both when the save was refused.</param>
public sealed record SaveResult(bool Saved, int Version, string Current)
{
    /// <summary>The sentences that are locked now, where the text is a memory; null when none are.</summary>
    public IReadOnlyList<string>? LockedSentences { get; init; }

    /// <summary>Whether it changed the words of a paragraph, so that what was made of them tells of the older text.</summary>
    public bool ChangesWords { get; init; }

    /// <summary>Whether it was refused because the text is locked.</summary>
    public bool IsLocked { get; init; }
}

/// <summary>
/// Reads the desk and saves what the author changes by hand. A save names the version that it changes: <see cref="Step.MemoryVersion"/>,
/// <see cref="Step.PlansVersion"/> (the offered plans and the author's own together) or <see cref="DraftParagraph.Version"/>,
/// and from then on the one that the last save returned.
/// </summary>
public sealed class DraftStore(IDbContextFactory<WritingDb> readers, DataFolder folder, OwnWrites writes, MemoryShelf shelf, TimeProvider clock)
{
    /// <summary>Null when the story does not exist or is deleted.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="room">How many of the last paragraphs are wanted with their texts.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="StoreException">The disk does not let itself be read now.</exception>
    public Task<Draft?> ReadAsync(Guid storyId, int room = int.MaxValue, CancellationToken cancellationToken = default) => readers.ReadAsync(
        folder,
        async db =>
        {
            await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
            return await DraftReading.ReadAsync(db, storyId, room, cancellationToken);
        },
        cancellationToken);

    public Task<SaveResult> SaveMemoryAsync(Guid stepId, string text, int version, CancellationToken cancellationToken = default)
    {
        TextLimit.Check(text, StoryLimits.ShortTermMemory, nameof(StoryLimits.ShortTermMemory));

        return writes.WriteAsync(db => HandEdits.SaveMemoryAsync(db, stepId, text, version, clock.GetUtcNow()), cancellationToken);
    }

    public Task<SaveResult> SavePlanAsync(Guid stepId, int number, string text, int version, CancellationToken cancellationToken = default)
    {
        TextLimit.Check(text, StoryLimits.Plan, nameof(StoryLimits.Plan));

        return writes.WriteAsync(db => HandEdits.SavePlanAsync(db, stepId, number, text, version, clock.GetUtcNow()), cancellationToken);
    }

    public Task<SaveResult> SaveOwnPlanAsync(Guid stepId, string text, int version, CancellationToken cancellationToken = default)
    {
        TextLimit.Check(text, StoryLimits.Plan, nameof(StoryLimits.Plan));

        return writes.WriteAsync(db => HandEdits.SaveOwnPlanAsync(db, stepId, text, version, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Locks an offered plan, so that no model puts another one in its place, or lets it go. The author may change it either way.</summary>
    /// <exception cref="InvalidOperationException">The step offers no such plan.</exception>
    public Task LockPlanAsync(Guid stepId, int number, bool isLocked, CancellationToken cancellationToken = default) =>
        writes.WriteAsync(db => HandEdits.LockPlanAsync(db, stepId, number, isLocked, clock.GetUtcNow()), cancellationToken);

    /// <summary>Changes a paragraph in place; the earlier text is kept as a revision, and its entry of long-term memory is outdated when the words differ.</summary>
    public Task<SaveResult> SaveParagraphAsync(Guid stepId, string text, int version, CancellationToken cancellationToken = default) =>
        SaveEditAsync(text, db => HandEdits.SaveParagraphAsync(db, stepId, text, version, clock.GetUtcNow()), cancellationToken);

    /// <summary>The text of a paragraph that memory was last told of; null when there is no such step.</summary>
    public async Task<string?> ReadOlderTextAsync(Guid stepId, Guid headId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);

        return await OlderText.FindAsync(db, stepId, headId, cancellationToken);
    }

    /// <summary>The author finds that a paragraph still fits all that was edited before it until now.</summary>
    public Task FindFittingAsync(Guid stepId, CancellationToken cancellationToken = default) =>
        writes.WriteAsync(db => HandEdits.FindFittingAsync(db, stepId, clock.GetUtcNow()), cancellationToken);

    /// <summary>Takes what a run proposes into a paragraph, as an edit by hand, and closes the proposal in the same moment. A locked paragraph takes none.</summary>
    public Task<SaveResult> TakeRewriteAsync(Guid runId, Guid stepId, string text, int version, CancellationToken cancellationToken = default) =>
        SaveEditAsync(text, db => RewriteAnswers.TakeAsync(db, runId, stepId, text, version, clock.GetUtcNow()), cancellationToken);

    /// <summary>Closes a proposal of rewriting, or a failed attempt; the paragraph is not touched.</summary>
    public Task DropRewriteAsync(Guid runId, CancellationToken cancellationToken = default) =>
        writes.WriteAsync(db => RewriteAnswers.DropAsync(db, runId), cancellationToken);

    /// <summary>
    /// Moves the head to its parent; the opening's last paragraph is as far as it goes. False when there is nothing to undo, or the story is being written.
    /// </summary>
    public Task<bool> UndoAsync(Guid storyId, CancellationToken cancellationToken = default) =>
        writes.WriteAsync(db => HeadMoves.UndoAsync(db, storyId, clock.GetUtcNow()), cancellationToken);

    /// <summary>Moves the head to the child that was last left. False when there is nothing to redo, or the story is being written.</summary>
    public Task<bool> RedoAsync(Guid storyId, CancellationToken cancellationToken = default) =>
        writes.WriteAsync(db => HeadMoves.RedoAsync(db, storyId, clock.GetUtcNow()), cancellationToken);

    /// <summary>Moves the head to any step of the story. False when the story cannot stand on it, stands on it already, or is being written.</summary>
    public Task<bool> GoAsync(Guid storyId, Guid stepId, CancellationToken cancellationToken = default) =>
        writes.WriteAsync(db => HeadMoves.GoAsync(db, storyId, stepId, clock.GetUtcNow()), cancellationToken);

    /// <summary>Changes those settings that differ from what the author saw, and leaves the others as they stand now.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The story is gone.</exception>
    public Task<SettingsSave> SaveSettingsAsync(Guid storyId, StorySettings before, StorySettings wanted, CancellationToken cancellationToken = default)
    {
        TextLimit.Check(wanted);

        return writes.WriteAsync(db => HandEdits.SaveSettingsAsync(db, storyId, before, wanted, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Drops what a run left over: it is offered no more.</summary>
    public Task DropLeftoverAsync(Guid runId, CancellationToken cancellationToken = default) =>
        writes.WriteAsync(
            db => db.Runs.Where(run => run.Id == runId).ExecuteUpdateAsync(run => run.SetProperty(row => row.Dropped, true)), cancellationToken);

    /// <summary>The requests of a run, exactly as they were sent, with their raw replies, in order.</summary>
    public async Task<IReadOnlyList<Exchange>> ReadExchangesAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        var rows = await db.Exchanges.Where(row => row.RunId == runId).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);

        return [.. rows.Select(row => row.ToExchange())];
    }

    private async Task<SaveResult> SaveEditAsync(string text, Func<WritingDb, Task<ParagraphSaved>> save, CancellationToken cancellationToken)
    {
        TextLimit.Check(text, StoryLimits.Paragraph, nameof(StoryLimits.Paragraph));
        var saved = await writes.WriteAsync(save, cancellationToken);
        if (saved.Entry is { } entry)
        {
            shelf.Change(saved.StoryId, memory => memory.Put(entry));
        }

        return saved.Result;
    }
}
