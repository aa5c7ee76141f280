namespace RecurrentGpt.Replies;

/// <summary>What is wrong with a reply.</summary>
public enum ReplyProblem
{
    /// <summary>Nothing: every needed section was read.</summary>
    None,

    /// <summary>No text at all, or nothing but reasoning.</summary>
    Empty,

    /// <summary>The model declined to write.</summary>
    Refusal,

    /// <summary>The reply ended before its end: by the finish reason, or by its coverage.</summary>
    Truncated,

    /// <summary>The provider's filter ended the reply.</summary>
    ContentFilter,

    /// <summary>Text, but none of the labels that were asked for.</summary>
    MissingLabels,

    /// <summary>Labels were read, but at least one needed section is not there or is empty.</summary>
    MissingFields,

    /// <summary>The model repeated the format instead of filling it in.</summary>
    TemplateEcho,
}

/// <summary>A reply as far as it could be read.</summary>
/// <param name="Sections">The sections that were read whole; never a fragment, never a text made up.</param>
/// <param name="Missing">Needed sections that were not read, in the form's order.</param>
/// <param name="Problem">What is wrong, or <see cref="ReplyProblem.None"/>.</param>
public sealed record Reply(
    IReadOnlyDictionary<Section, string> Sections,
    IReadOnlyList<Section> Missing,
    ReplyProblem Problem)
{
    /// <summary>Whether every needed section was read.</summary>
    public bool IsComplete => Problem == ReplyProblem.None;

    /// <summary>The text of a section, or null when it was not read.</summary>
    public string? this[Section section] => Sections.GetValueOrDefault(section);
}

/// <summary>How a model said that its reply ended.</summary>
public enum ReplyEnd
{
    /// <summary>The model had finished.</summary>
    Stop,

    /// <summary>The token limit cut it.</summary>
    Length,

    /// <summary>The provider's filter cut it.</summary>
    ContentFilter,

    /// <summary>The provider did not say.</summary>
    Unknown,
}
