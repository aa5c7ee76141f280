namespace RecurrentGpt.Authors;

/// <summary>Who chooses plans when nobody sits at the desk.</summary>
public enum AuthorKind
{
    /// <summary>The first plan, always.</summary>
    First,

    /// <summary>Any of the plans, each with the same chance (upstream's way).</summary>
    Random,

    /// <summary>The simulated author: a model that reads the last paragraph, memory and the plans, and gives its reason (the paper's experiments).</summary>
    Simulated,
}
