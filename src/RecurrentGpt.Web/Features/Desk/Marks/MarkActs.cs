using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Marks;

/// <summary>Saves a text on a paragraph, given the paragraph that the author saw; null when it could not be saved now.</summary>
internal delegate Task<SaveResult?> SaveMarkAsync(DraftParagraph before, MarkKind kind, string text);

/// <summary>What the author does with marks at one desk; each shows the desk anew.</summary>
/// <param name="LockAsync">Locks a paragraph, or unlocks it.</param>
/// <param name="SaveAsync">Saves a heading or a note.</param>
/// <param name="LockSentencesAsync">Locks sentences of a step's memory, or unlocks them.</param>
internal sealed record MarkActs(Func<Guid, bool, Task> LockAsync, SaveMarkAsync SaveAsync, Func<Guid, IReadOnlyList<string>, bool, Task> LockSentencesAsync)
{
    public static MarkActs At(WritingSession session, MarkStore store) => new(
        (stepId, isLocked) => session.ChangeAsync(async _ =>
        {
            await store.LockAsync(stepId, isLocked);
            return Locked(isLocked);
        }),
        (before, kind, text) => SaveAtAsync(session, store, before, kind, text),
        (stepId, sentences, isLocked) => session.ChangeAsync(_ => LockSentencesAtAsync(store, stepId, sentences, isLocked)));

    private static DeskOutcome Locked(bool isLocked) => new(isLocked ? OutcomeKind.Locked : OutcomeKind.Unlocked);

    private static async Task<SaveResult?> SaveAtAsync(WritingSession session, MarkStore store, DraftParagraph before, MarkKind kind, string text)
    {
        SaveResult? result = null;
        var (replaces, id) = (kind == MarkKind.Chapter ? before.Chapter : before.Note, before.StepId);
        await session.ChangeAsync(async _ =>
        {
            result = await new EditVersion(before.MarksVersion).SaveAsync(replaces, version => kind == MarkKind.Chapter
                ? store.SetChapterAsync(id, text, version)
                : store.SetNoteAsync(id, text, version));
            return result.Saved ? new DeskOutcome(OutcomeKind.MarkSaved) : null;
        });

        return result;
    }

    private static async Task<DeskOutcome?> LockSentencesAtAsync(MarkStore store, Guid stepId, IReadOnlyList<string> sentences, bool isLocked)
    {
        var done = false;
        foreach (var sentence in sentences)
        {
            done |= await store.LockSentenceAsync(stepId, sentence, isLocked);
        }

        return done ? Locked(isLocked) : null;
    }
}
