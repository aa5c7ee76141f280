namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>Which box a text was typed into.</summary>
public enum BoxKind
{
    Memory,
    Plan,
    OwnPlan,
}

/// <summary>A text that was not stored yet when the story went on to another step. It is kept until it is stored, or its author has chosen.</summary>
/// <param name="Paragraph">The number of the paragraph that it belongs to.</param>
/// <param name="Plan">The plan's number, from 1; 0 when it is none.</param>
public sealed record UnsavedText(BoxKind Kind, int Paragraph, int Plan, SavedText Box);
