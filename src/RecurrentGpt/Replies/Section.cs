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

    /// <summary>The number of the plan that the simulated author chooses.</summary>
    Choice,

    /// <summary>Why it is that one.</summary>
    ChoiceReason,

    /// <summary>The number of the author's past choice that this one follows, or a word for none.</summary>
    FollowedChoice,

    /// <summary>The chosen plan, revised into an outline.</summary>
    RevisedPlan,

    /// <summary>Whether a stop condition has come to pass: yes or no.</summary>
    Verdict,

    /// <summary>The passage that shows it, letter for letter, or a word for none.</summary>
    VerdictPassage,

    /// <summary>The last paragraph, written out longer. It comes last, so that a reply that is cut loses nothing else.</summary>
    ExtendedParagraph,
}
