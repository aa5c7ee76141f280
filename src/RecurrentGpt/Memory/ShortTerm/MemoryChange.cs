namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>What the model did with a sentence of short-term memory.</summary>
public enum ChangeKind
{
    /// <summary>A sentence that was not there before.</summary>
    Added,

    /// <summary>A sentence that is there no more.</summary>
    Dropped,

    /// <summary>A sentence that says mostly the same in other words.</summary>
    Reworded,
}

/// <summary>How a change stands in the text that will be sent.</summary>
public enum ChangeState
{
    /// <summary>The text is as the model wrote it.</summary>
    Stands,

    /// <summary>The author took it back: the text is as it was before the step.</summary>
    TakenBack,

    /// <summary>The author wrote something of their own in its place.</summary>
    ByHand,
}

/// <summary>One change of short-term memory from one step to the next.</summary>
/// <param name="Index">Its place among all changes of the step, from 0.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Before">The sentence as the step was given it; empty for an added one.</param>
/// <param name="After">The sentence as the model wrote it; empty for a dropped one.</param>
public sealed record MemoryChange(int Index, ChangeKind Kind, string Before, string After)
{
    /// <summary>The sentence by which a reader knows the change: the new one, or the one that leaves.</summary>
    public string Sentence => Kind == ChangeKind.Dropped ? Before : After;
}
