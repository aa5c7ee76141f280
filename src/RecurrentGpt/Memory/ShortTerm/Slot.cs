namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>One place in the two memories laid over each other: the sentence that stood there, the one that was written there, or both.</summary>
/// <param name="Before">Where it stands in the memory that was given.</param>
/// <param name="After">Where it stands in the memory that was written.</param>
/// <param name="Change">The change; null where nothing was changed.</param>
internal sealed record Slot(SentenceSpan? Before, SentenceSpan? After, MemoryChange? Change)
{
    internal bool IsReworded => Change?.Kind == ChangeKind.Reworded;
}
