namespace RecurrentGpt.Prompts;

/// <summary>Why a prompt in an author's words cannot be used.</summary>
public enum TemplateProblemKind
{
    /// <summary>The system message says nothing.</summary>
    SystemEmpty,

    /// <summary>The system message is longer than <see cref="Stories.StoryLimits.PromptSystem"/>.</summary>
    SystemTooLong,

    /// <summary>The system message does not name a label, so that the model would not write that section.</summary>
    LabelMissing,

    /// <summary>The layout is longer than <see cref="Stories.StoryLimits.PromptLayout"/>.</summary>
    LayoutTooLong,

    /// <summary>A part is nowhere in the layout.</summary>
    PartMissing,

    /// <summary>A part stands in the layout more than once.</summary>
    PartTwice,

    /// <summary>A part's name stands in the middle of a line, where it would be sent as it is written.</summary>
    PartNotAlone,

    /// <summary>A line of the layout names a part that there is not.</summary>
    PartUnknown,
}

/// <summary>One thing that is wrong with a prompt in an author's words.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Name">The label or the part; empty where the whole text is meant.</param>
public sealed record TemplateProblem(TemplateProblemKind Kind, string Name);
