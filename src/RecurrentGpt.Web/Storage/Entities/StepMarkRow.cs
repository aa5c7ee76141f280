namespace RecurrentGpt.Web.Storage.Entities;

/// <summary>What the author has put on a step. Most steps have none, and the ones there are can be read without touching a paragraph.</summary>
public sealed class StepMarkRow
{
    public required Guid StepId { get; init; }

    /// <summary>Whether no model may change the paragraph.</summary>
    public bool IsLocked { get; set; }

    /// <summary>The heading of the chapter that begins with the paragraph; empty for none.</summary>
    public string Chapter { get; set; } = "";

    /// <summary>A note to self, which is never sent; empty for none.</summary>
    public string Note { get; set; } = "";

    /// <summary>The name of the branch that begins with the step; empty for none.</summary>
    public string BranchName { get; set; } = "";

    /// <summary>When the author last found that the paragraph still fits what was edited before it.</summary>
    public DateTimeOffset? FoundFittingAt { get; set; }

    /// <summary>The plan of the step before, from 1, that the author would have taken in autopilot's place; 0 when the author's own choice here shows no taste; null otherwise.</summary>
    public int? PreferredPlan { get; set; }

    /// <summary>How often any of these was changed.</summary>
    public int Version { get; set; }
}
