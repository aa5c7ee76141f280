namespace RecurrentGpt.Web.Tests.Tree;

internal enum MoveKind
{
    Write,
    WriteByOwnPlan,
    WriteAgain,
    WriteFromElsewhere,
    Undo,
    Redo,
    Go,
    EditParagraph,
    RestoreRevision,
    EditMemory,
    EditPlan,
    EditOwnPlan,
    Pin,
    Ban,
    EditEntry,
    RestoreEntry,
    NewPlans,
    Reread,
    SaveFromAnOldTab,
    StopARun,
    LockParagraph,
    LockSentence,
    SetChapter,
    SetNote,
    LockPlan,
    NameBranch,
    Turn,
}

/// <summary>One thing that an author does. What it is done to is drawn by two dice, so that the same move can be made again in another story.</summary>
/// <param name="Number">Its place in the sequence, from 1; it makes every text of a sequence another one.</param>
internal sealed record TreeMove(int Number, MoveKind Kind, int First, int Second)
{
    public T Pick<T>(IReadOnlyList<T> among) => among[First % among.Count];

    public override string ToString() => $"{Number}. {Kind}({First}, {Second})";
}
