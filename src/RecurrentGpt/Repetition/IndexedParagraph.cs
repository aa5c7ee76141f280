using RecurrentGpt.Runs;

namespace RecurrentGpt.Repetition;

/// <summary>A paragraph in the index of its story.</summary>
/// <param name="Stored">The paragraph as it stands.</param>
/// <param name="Units">Its words by number.</param>
/// <param name="Parent">The place of the paragraph before it; below zero for the first.</param>
internal sealed record IndexedParagraph(StoryParagraph Stored, int[] Units, int Parent)
{
    /// <summary>What it repeats; null while nobody has asked, or since an earlier one was edited.</summary>
    internal RepeatedPhrases? Repeats { get; set; }
}
