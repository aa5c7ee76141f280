namespace RecurrentGpt.Prompts;

/// <summary>What a part of a prompt is, for showing it and for counting its tokens.</summary>
public enum PartKind
{
    /// <summary>Our own words: role, rules, format, example. Byte-identical from step to step.</summary>
    Instructions,

    /// <summary>Title, genre, language, kind, premise, outline.</summary>
    Card,

    /// <summary>Short-term memory.</summary>
    ShortTermMemory,

    /// <summary>What long-term memory recalled.</summary>
    Recalled,

    /// <summary>The last paragraph, or the author's own text.</summary>
    Paragraph,

    /// <summary>The plan to follow.</summary>
    Plan,

    /// <summary>What this one request asks for: lengths, tosses, sections.</summary>
    Task,

    /// <summary>The author's own words between the parts, from the layout of <see cref="PromptTemplate"/>.</summary>
    Own,
}
