namespace RecurrentGpt.Replies;

/// <summary>A part of a reply, whatever label it came under.</summary>
public enum Section
{
    /// <summary>The story's title (opening).</summary>
    Name,

    /// <summary>The story's outline (opening).</summary>
    Outline,

    /// <summary>The first paragraph (opening).</summary>
    Paragraph1,

    /// <summary>The second paragraph (opening).</summary>
    Paragraph2,

    /// <summary>The third paragraph (opening).</summary>
    Paragraph3,

    /// <summary>The next paragraph (step).</summary>
    Paragraph,

    /// <summary>The paragraph's summary, for long-term memory (step).</summary>
    ParagraphSummary,

    /// <summary>Why memory changes as it does (step).</summary>
    Rationale,

    /// <summary>Short-term memory, rewritten.</summary>
    Memory,

    /// <summary>The first plan.</summary>
    Instruction1,

    /// <summary>The second plan.</summary>
    Instruction2,

    /// <summary>The third plan.</summary>
    Instruction3,

    /// <summary>What is to stand in the place of a passage (rewriting).</summary>
    RewrittenPassage,

    /// <summary>What of a plan is in its paragraph: a line for each sentence of the plan.</summary>
    Coverage,
}
