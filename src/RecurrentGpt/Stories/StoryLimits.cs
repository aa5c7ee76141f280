namespace RecurrentGpt.Stories;

/// <summary>
/// Longest texts, in UTF-16 code units, that a story takes. Each but the paragraph stays well below the largest message that a circuit
/// accepts, so that a field can never close the connection of the person who types in it; a paragraph travels in pieces.
/// </summary>
public static class StoryLimits
{
    /// <summary>A title.</summary>
    public const int Title = 200;

    /// <summary>A genre.</summary>
    public const int Genre = 80;

    /// <summary>The name of a language.</summary>
    public const int Language = 60;

    /// <summary>A premise.</summary>
    public const int Premise = 8_000;

    /// <summary>A plan, whether the model's, edited or the author's own.</summary>
    public const int Plan = 6_000;

    /// <summary>Short-term memory; several times the 500 words it is meant to hold, so that typing is never cut.</summary>
    public const int ShortTermMemory = 12_000;

    /// <summary>An entry of long-term memory, as the author writes it; many times a summary's usual length.</summary>
    public const int Entry = 6_000;

    /// <summary>One paragraph: as much as a long novel has, so that nobody meets it in writing.</summary>
    public const int Paragraph = 1_000_000;

    /// <summary>A note to self.</summary>
    public const int Note = 4_000;

    /// <summary>A wish for new plans, or an instruction for a passage.</summary>
    public const int Wish = 1_000;

    /// <summary>An opening that the author brings.</summary>
    public const int OwnOpening = 40_000;

    /// <summary>The system message of a prompt in the author's words; ours has about 8,000.</summary>
    public const int PromptSystem = 20_000;

    /// <summary>The layout of such a prompt.</summary>
    public const int PromptLayout = 4_000;
}
