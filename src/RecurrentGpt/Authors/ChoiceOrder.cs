namespace RecurrentGpt.Authors;

/// <summary>What the simulated author may do beside choosing.</summary>
public sealed record ChoiceOrder
{
    /// <summary>Whether it may revise the plan that it chooses into an outline of five to seven sentences.</summary>
    public bool MayRevise { get; init; }

    /// <summary>Whether it is shown choices that the person made before.</summary>
    public bool UsesTaste { get; init; } = true;

    /// <summary>Whether it writes the last paragraph out to twice its length (upstream's way); the earlier text is kept as a revision. Never of a locked paragraph.</summary>
    public bool Extends { get; init; }

    /// <summary>A stop condition in the author's words, judged in the same request; empty for none.</summary>
    public string StopCondition { get; init; } = "";
}
