using System.Collections.ObjectModel;
using RecurrentGpt.Authors;
using RecurrentGpt.Play;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Features.Desk.Edits;
using RecurrentGpt.Web.Features.Desk.Rewrite;
using RecurrentGpt.Web.Features.Desk.Tree;

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
    Run? Leftover)
{
    /// <summary>How many of the last paragraphs are read with their texts when the desk opens: enough for several screens.</summary>
    public const int Room = 60;

    /// <summary>The words of all paragraphs.</summary>
    public int Words { get; init; }

    /// <summary>What edited paragraphs propose for the head's short-term memory.</summary>
    public IReadOnlyList<MemoryProposal> Proposals { get; init; } = [];

    /// <summary>What autopilot chose from, by the step of the paragraph that came of it.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<OfferedChoice>> Offered { get; init; } = ReadOnlyDictionary<Guid, IReadOnlyList<OfferedChoice>>.Empty;

    /// <summary>What rewriting has left open, by the step of the paragraph.</summary>
    public IReadOnlyDictionary<Guid, Rewriting> Rewritings { get; init; } = ReadOnlyDictionary<Guid, Rewriting>.Empty;

    /// <summary>What rewriting has left open at a paragraph; null for nothing.</summary>
    internal Rewriting? RewritingOf(DraftParagraph paragraph) => Rewritings.GetValueOrDefault(paragraph.StepId);
}

/// <summary>A paragraph of the draft.</summary>
public sealed record DraftParagraph(Guid StepId, Guid RunId, int Number, string Text, Plan Plan, bool IsEdited, int Version)
{
    /// <summary>Whether the texts are there, its own and its plan's; of a long story those far from its end are read when they are asked for.</summary>
    public bool IsRead { get; init; } = true;

    /// <summary>The heading of the chapter that begins with it; empty for none.</summary>
    public string Chapter { get; init; } = "";

    /// <summary>A note to self, which is never sent; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether the simulated author wrote it out longer than it was; what stood before is among its earlier texts.</summary>
    public bool IsExtended => Version > 0 && !IsEdited;

    /// <summary>What a model found of its plan in it, perhaps in an older text; null when none was asked.</summary>
    public PlanCoverage? Coverage { get; init; }

    /// <summary>Its place in the arc when it was played; null when it was written at a desk.</summary>
    public PlayTurn? Turn { get; init; }

    /// <summary>Whether no model may change it.</summary>
    public bool IsLocked { get; init; }

    /// <summary>How often heading, note or lock were changed; a save that names an older version is refused.</summary>
    public int MarksVersion { get; init; }

    /// <summary>Who chose its plan and why, when nobody sat at the desk; null otherwise.</summary>
    public PlanChoice? Choice { get; init; }

    /// <summary>The plan that the author would have taken, from 1; 0 when their own choice here shows no taste; null when nothing is said.</summary>
    public int? PreferredPlan { get; init; }

    /// <summary>Its place among the versions of it; null when it is the only one.</summary>
    public SiblingPlace? Siblings { get; init; }

    /// <summary>Whether its entry of long-term memory sums up an older text.</summary>
    public bool IsSummaryOutdated { get; init; }

    /// <summary>The numbers of the paragraphs before it that read otherwise when it was written, in order.</summary>
    public IReadOnlyList<int> WrittenAgainst { get; init; } = [];
}
