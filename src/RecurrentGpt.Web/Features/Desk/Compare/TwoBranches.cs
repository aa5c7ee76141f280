using RecurrentGpt.Comparison;

namespace RecurrentGpt.Web.Features.Desk.Compare;

/// <summary>Where a branch ends.</summary>
/// <param name="Memory">Short-term memory there, as it is sent on.</param>
public sealed record BranchEnd(Guid StepId, int Number, string Memory);

/// <summary>Two branches of one story side by side.</summary>
/// <param name="Common">How many paragraphs they have in common at their beginning.</param>
public sealed record TwoBranches(BranchEnd Left, BranchEnd Right, int Common)
{
    /// <summary>The last place on which either has a paragraph.</summary>
    public int Last => Math.Max(Left.Number, Right.Number);

    /// <summary>Whether both end with the same step.</summary>
    public bool IsSame => Left.StepId == Right.StepId;
}

/// <summary>What two branches have on one place after they part.</summary>
/// <param name="Left">Null when the left has ended before.</param>
/// <param name="Right">Null when the right has.</param>
public sealed record ParagraphPair(int Number, DraftParagraph? Left, DraftParagraph? Right)
{
    /// <summary>Null where there is nothing to compare with.</summary>
    public ParagraphDifference? Difference { get; } = Left is null || Right is null ? null : ParagraphDifference.Between(Left.Text, Right.Text);
}
