namespace RecurrentGpt.Stories;

/// <summary>What a story is for: prose that an author writes, or a story that its reader plays.</summary>
public enum StoryKind
{
    /// <summary>Prose, written paragraph by paragraph by an author.</summary>
    Novel,

    /// <summary>A story in which each plan is an action of the reader.</summary>
    InteractiveFiction,
}
