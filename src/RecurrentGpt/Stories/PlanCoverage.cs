namespace RecurrentGpt.Stories;

/// <summary>How far a sentence of a plan was carried out.</summary>
public enum CoverageMark
{
    /// <summary>The paragraph does what the sentence says.</summary>
    Done,

    /// <summary>The paragraph does some of it.</summary>
    Partly,

    /// <summary>Nothing of it is in the paragraph.</summary>
    Missing,
}

/// <summary>A sentence of a plan, and where the paragraph carries it out.</summary>
/// <param name="Sentence">The sentence of the plan.</param>
/// <param name="Mark">How far it was carried out.</param>
/// <param name="Passage">Words of the paragraph, letter for letter; empty when there are none.</param>
public sealed record CoveredSentence(string Sentence, CoverageMark Mark, string Passage)
{
    /// <summary>Whether only the words were compared, and nobody read it.</summary>
    public bool IsByWords { get; init; }
}

/// <summary>What of a step's plan is in its paragraph.</summary>
/// <param name="ParagraphVersion">The <see cref="Step.Version"/> of the paragraph that was looked at; for another one it says nothing.</param>
/// <param name="Sentences">Each sentence of the plan, in order.</param>
public sealed record PlanCoverage(int ParagraphVersion, IReadOnlyList<CoveredSentence> Sentences);
