namespace RecurrentGpt.Repetition;

/// <summary>
/// When a paragraph is too close to an earlier one to go on unattended. Measured with the local embedder on seven scenes in English and Chinese (a test holds them),
/// each with a paragraph that says half of it again, one with a word changed here and there, and one that goes on with the same people in the same place:
/// <list type="table">
/// <item><term>says half of it again</term><description>share of one 0.54 to 0.66</description></item>
/// <item><term>reworded</term><description>share of one 0 to 0.28; nearness 0.69 to 0.84; share of the nearest in runs of three 0.48 to 0.72</description></item>
/// <item><term>goes on</term><description>share of one 0; nearness 0.08 to 0.25; share of the nearest 0 to 0.07</description></item>
/// </list>
/// Stories of the sample writer, whose banks are small (six stories, four paragraph lengths): in 25 steps share of one up to 0.25, and up to 0.32 in runs of three where the
/// nearest is near; in 60 steps up to 0.45 and 0.62, for from step 26 on it tells the same events again. So 25 steps of it never stop here, and 60 often do, rightly.
/// What is told again in wholly other words is not seen.
/// </summary>
public static class Closeness
{
    /// <summary>From this share on that a paragraph has of one earlier paragraph, word for word, it is too close.</summary>
    public const double Share = 0.5;

    /// <summary>The cosine of two summaries from which on they may tell the same.</summary>
    public const double Near = 0.65;

    /// <summary>The share in runs of three words that is too close where two paragraphs may tell the same.</summary>
    public const double ShareWhenNear = 0.45;

    /// <summary>Whether it is too close.</summary>
    /// <param name="shareOfOne">The largest share of its words, 0 to 1, that it has with one earlier paragraph.</param>
    /// <param name="nearness">The cosine of its summary and the nearest earlier one.</param>
    /// <param name="shareOfNearest">The share of its words, 0 to 1, that stand in the nearest one in runs of three.</param>
    public static bool IsTooClose(double shareOfOne, double nearness, double shareOfNearest) =>
        shareOfOne >= Share || (nearness >= Near && shareOfNearest >= ShareWhenNear);
}
