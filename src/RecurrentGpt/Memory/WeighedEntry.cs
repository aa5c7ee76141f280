namespace RecurrentGpt.Memory;

/// <summary>Why an entry of long-term memory would not be put into a prompt.</summary>
public enum NotSentReason
{
    /// <summary>The author banned it.</summary>
    Banned,

    /// <summary>It is the entry of the step that the story stands on, whose paragraph is in the prompt anyway.</summary>
    Head,

    /// <summary>Others are nearer to the plan, or later where the latest are taken.</summary>
    NotAmongTheNearest,

    /// <summary>It is not indexed, so its meaning could not be compared with the plan's.</summary>
    NotIndexed,

    /// <summary>It is pinned, but what is pinned before it fills <see cref="LongTermMemory.PinnedTokenBudget"/>.</summary>
    OverBudget,
}

/// <summary>An entry of the path, weighed for a plan.</summary>
/// <param name="Entry">The entry as it stands.</param>
/// <param name="IsIndexed">Whether it has a vector of the present space.</param>
/// <param name="Score">Cosine of the entry and the plan, -1 to 1; null when one of the two has no vector.</param>
public sealed record WeighedEntry(MemoryEntry Entry, bool IsIndexed, double? Score)
{
    /// <summary>Why it would be sent; null when it would not.</summary>
    public RecallReason? Sent { get; init; }

    /// <summary>Why it would not be sent; null when it would.</summary>
    public NotSentReason? NotSent { get; init; }
}
