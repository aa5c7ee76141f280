using System.Numerics.Tensors;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Authors;

/// <summary>
/// Chooses the few past choices of the person that are shown to the simulated author: those made where the story was about the same as now.
/// Meaning is compared by the entries of long-term memory, which have their vectors anyway, so nothing is asked of a model.
/// </summary>
public static class Taste
{
    /// <summary>Most choices that are shown.</summary>
    public const int Most = 4;

    /// <summary>Tokens that they may take in a prompt.</summary>
    public const int TokenBudget = 1_000;

    /// <summary>The choices nearest to where the story stands, within <see cref="Most"/> and <see cref="TokenBudget"/>, in the order of the story.</summary>
    /// <param name="picks">All choices on the path.</param>
    /// <param name="head">The step whose plans are chosen from.</param>
    /// <param name="memory">Long-term memory. Where its vectors say too little, the words of the plans are compared instead.</param>
    public static IReadOnlyList<PastPick> Choose(IReadOnlyList<PastPick> picks, Step head, LongTermMemory memory)
    {
        ArgumentNullException.ThrowIfNull(picks);
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(memory);
        var nearness = ByMeaning(picks, head, memory) ?? ByWords(picks, head);
        var nearest = picks.Zip(nearness)
            .Where(pick => !double.IsNaN(pick.Second))
            .OrderByDescending(pick => pick.Second).ThenByDescending(pick => pick.First.Number)
            .Select(pick => pick.First);
        return [.. WithinBudget(nearest.Take(Most)).OrderBy(pick => pick.Number)];
    }

    private static IEnumerable<PastPick> WithinBudget(IEnumerable<PastPick> nearest)
    {
        var tokens = 0;
        foreach (var pick in nearest)
        {
            tokens += TokenEstimate.Of(PickText.Of(pick));
            if (tokens > TokenBudget)
            {
                yield break;
            }

            yield return pick;
        }
    }

    // Not a number where a choice cannot be compared; null where that is so of most, or of the head itself.
    private static double[]? ByMeaning(IReadOnlyList<PastPick> picks, Step head, LongTermMemory memory)
    {
        if (VectorOf(head.Id, memory) is not { Length: > 0 } here)
        {
            return null;
        }

        double[] nearness = [.. picks.Select(pick => VectorOf(pick.ParentId, memory) is { } there && there.Length == here.Length ? Cosine(here, there) : double.NaN)];
        return nearness.Count(double.IsNaN) * 2 > nearness.Length ? null : nearness;
    }

    private static double Cosine(ReadOnlyMemory<float> here, ReadOnlyMemory<float> there) => TensorPrimitives.CosineSimilarity(here.Span, there.Span);

    private static ReadOnlyMemory<float>? VectorOf(Guid stepId, LongTermMemory memory) =>
        memory.Find(stepId) is { } entry && entry.EmbeddingModel == memory.EmbeddingModel ? entry.Vector : null;

    private static double[] ByWords(IReadOnlyList<PastPick> picks, Step head) =>
    [
        .. NearestByWords.Of(
            [.. picks.Select(pick => string.Join('\n', [pick.Chosen, .. pick.Offered]))],
            string.Join('\n', [head.Summary, .. head.Plans.Select(plan => plan.Text)])),
    ];
}
