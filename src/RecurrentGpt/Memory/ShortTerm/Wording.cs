namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>The words of one sentence, for telling whether another says mostly the same.</summary>
internal sealed class Wording
{
    /// <summary>From this share of common words on, two sentences are one in other words.</summary>
    internal const double MostlyTheSame = 0.5;

    // Words such as "the" and "is" make no two sentences alike.
    private const double OfFillWord = 0.25;

    private readonly Dictionary<string, double> _weights = [];
    private readonly double _sum;

    internal Wording(string sentence)
    {
        foreach (var (term, isFill) in Terms.All(sentence))
        {
            _weights[term] = _weights.GetValueOrDefault(term) + (isFill ? OfFillWord : 1);
        }

        _sum = _weights.Values.Sum();
    }

    /// <summary>The common share of two sentences by weight (Dice), 0 to 1.</summary>
    internal double Likeness(Wording other)
    {
        var common = _weights.Sum(term => Math.Min(term.Value, other._weights.GetValueOrDefault(term.Key)));
        return _sum + other._sum > 0 ? 2 * common / (_sum + other._sum) : 0;
    }
}
