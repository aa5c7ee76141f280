namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>What the menu of a paragraph offers.</summary>
public enum ParagraphAction
{
    /// <summary>Have the story stand on it, to write on from there.</summary>
    BranchFromHere,

    /// <summary>Start a play on it; nothing moves before it is begun.</summary>
    PlayFromHere,

    /// <summary>Look at its step as it was when it was written.</summary>
    AsItWas,

    /// <summary>Have the story stand on the version before it; by its arrows, not by the menu.</summary>
    EarlierVersion,

    /// <summary>Have the story stand on the version after it.</summary>
    LaterVersion,

    /// <summary>Let no model change it.</summary>
    Lock,

    Unlock,

    /// <summary>Begin a chapter with it, or change the heading.</summary>
    Chapter,

    /// <summary>Write a note to self.</summary>
    Note,

    /// <summary>See what it said before, and bring it back.</summary>
    EarlierTexts,

    /// <summary>Sum it up anew after an edit.</summary>
    ReadAgain,

    /// <summary>Say that it fits what was edited before it.</summary>
    StillFits,

    /// <summary>Have all of it rewritten on an instruction.</summary>
    Rewrite,

    /// <summary>Show what of its plan is in it.</summary>
    Coverage,

    /// <summary>Ask a model what of its plan is in it; offered where that is shown.</summary>
    AskCoverage,

    /// <summary>Say that the author's own choice here shows no taste, so that the simulated author is not shown it.</summary>
    NotMyTaste,

    /// <summary>Take that back.</summary>
    MyTaste,

    /// <summary>Go to the choice that the simulated author followed; by its line, not by the menu.</summary>
    GoToFollowed,
}

/// <summary>Something chosen from the menu of a paragraph.</summary>
public sealed record ParagraphChoice(ParagraphAction Action, DraftParagraph Paragraph);
