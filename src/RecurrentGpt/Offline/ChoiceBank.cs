namespace RecurrentGpt.Offline;

/// <summary>What a language has for choosing a plan: reasons with [who], [thing] and [n] in them, sentences for an outline that is too short, and words that say nothing of a condition.</summary>
internal sealed record ChoiceBank
{
    /// <summary>Reasons to follow a past choice of the author; [n] is its number.</summary>
    internal required string[] Followed { get; init; }

    /// <summary>Reasons of the story's own.</summary>
    internal required string[] Open { get; init; }

    /// <summary>Sentences for an outline that no other plan can fill.</summary>
    internal required string[] Outline { get; init; }

    /// <summary>Words around the heart of a condition, such as "before" and "anyone".</summary>
    internal required string[] Asides { get; init; }
}
