namespace RecurrentGpt.Replies;

/// <summary>What stands between a label and the next one.</summary>
internal enum Filling
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A placeholder.</summary>
    Template,

    /// <summary>Text.</summary>
    Text,
}

/// <summary>A label in a reply.</summary>
internal sealed record Heading(LabelMark Mark, int Start, int BodyStart, bool StartsBlock)
{
    internal Filling Filling { get; init; }

    /// <summary>How many plans it carries, when it announces a list of them.</summary>
    internal int Plans { get; init; }

    internal Section? Section => Mark.Word.Section;

    internal LabelRole Role => Mark.Word.Role;

    internal LabelStrength Strength => Mark.Word.Strength;
}
