namespace RecurrentGpt.Replies;

/// <summary>A piece of a reply that is being written, for the screen.</summary>
public abstract record ReplyPiece
{
    private protected ReplyPiece(Section section) => Section = section;

    /// <summary>The section that the piece belongs to.</summary>
    public Section Section { get; }
}

/// <summary>More text of a paragraph, to be put behind what came before.</summary>
public sealed record ProsePiece : ReplyPiece
{
    /// <summary>Makes a piece of a paragraph.</summary>
    public ProsePiece(Section section, string text)
        : base(section) => Text = text;

    /// <summary>The text to append.</summary>
    public string Text { get; }
}

/// <summary>A section other than a paragraph that has come whole.</summary>
public sealed record SectionPiece : ReplyPiece
{
    /// <summary>Makes a whole section.</summary>
    public SectionPiece(Section section, string text)
        : base(section) => Text = text;

    /// <summary>All of its text.</summary>
    public string Text { get; }
}
