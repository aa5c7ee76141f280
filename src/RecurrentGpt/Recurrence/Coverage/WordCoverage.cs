using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence.Coverage;

/// <summary>
/// Compares a plan with a paragraph by their words, at once and without a request. It sees that the words of a sentence come up close to each other, and neither what is said
/// otherwise nor what is said to be untrue; so it marks, and never decides.
/// </summary>
public static class WordCoverage
{
    // Measured on pairs of plan and paragraph: see the tests beside it.
    private const double DoneFrom = 0.55;
    private const double PartlyFrom = 0.34;

    // What a sentence of a plan says may take prose a few sentences, but a near place is better than a wide one.
    private const int WidestPassage = 3;
    private const double PriceOfASentence = 0.05;

    // Of whom nearly every sentence speaks, a sentence that speaks of them too says little.
    private const double ShareOfTheUsual = 0.4;
    private const double WeightOfADeed = 2;
    private const double UsualShare = 0.34;

    /// <summary>Each sentence of the plan with how far its words are in the paragraph, and where; empty for a plan without a sentence.</summary>
    public static IReadOnlyList<CoveredSentence> Judge(string plan, string paragraph)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(paragraph);
        var sentences = SentenceSpan.Of(paragraph);
        var terms = sentences.Select(sentence => PlotTerms.Of(sentence.Text)).ToList();
        return [.. Prose.Sentences(plan).Select(sentence => Judge(sentence, paragraph, sentences, terms))];
    }

    private static CoveredSentence Judge(string wanted, string paragraph, IReadOnlyList<SentenceSpan> sentences, List<HashSet<PlotTerm>> terms)
    {
        var weights = PlotTerms.Of(wanted).ToDictionary(term => term, term => WeightOf(term, terms));
        var (first, last, share) = Nearest(weights, terms);
        var mark = share >= DoneFrom ? CoverageMark.Done : share >= PartlyFrom ? CoverageMark.Partly : CoverageMark.Missing;
        var passage = mark == CoverageMark.Missing ? "" : paragraph[sentences[first].Start..sentences[last].End];
        return new CoveredSentence(wanted, mark, passage) { IsByWords = true };
    }

    private static double WeightOf(PlotTerm term, List<HashSet<PlotTerm>> terms) =>
        (term.IsDeed ? WeightOfADeed : 1) * (terms.Count(sentence => sentence.Contains(term)) > Math.Max(1, terms.Count * UsualShare) ? ShareOfTheUsual : 1);

    private static (int First, int Last, double Share) Nearest(Dictionary<PlotTerm, double> weights, List<HashSet<PlotTerm>> terms)
    {
        var total = weights.Values.Sum();
        (int First, int Last, double Share) nearest = (0, 0, 0);
        var best = 0d;
        for (var first = 0; first < terms.Count && total > 0; first++)
        {
            for (var last = first; last < Math.Min(terms.Count, first + WidestPassage); last++)
            {
                var share = weights.Where(term => InOneOf(terms, first, last, term.Key)).Sum(term => term.Value) / total;
                var worth = share - (PriceOfASentence * (last - first));
                if (worth > best)
                {
                    (best, nearest) = (worth, (first, last, share));
                }
            }
        }

        return nearest;
    }

    private static bool InOneOf(List<HashSet<PlotTerm>> terms, int first, int last, PlotTerm term)
    {
        for (var i = first; i <= last; i++)
        {
            if (terms[i].Contains(term))
            {
                return true;
            }
        }

        return false;
    }
}
