using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>What lies on the desk: the story, the paragraphs on the path to its head, and the head itself.</summary>
/// <param name="Head">Null before the opening.</param>
/// <param name="Leftover">The latest run of this head that did not end well and still has prose to offer, or failed; null otherwise.</param>
public sealed record Draft(
    Story Story,
    IReadOnlyList<DraftParagraph> Paragraphs,
    Step? Head,
    bool CanUndo,
    bool CanRedo,
    Run? Leftover);

/// <summary>A paragraph of the draft.</summary>
public sealed record DraftParagraph(Guid StepId, Guid RunId, int Number, string Text, Plan Plan, bool IsEdited, int Version);
