using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Stories;

/// <summary>
/// Says how near texts are to a few words, by their words alone: no model is asked, and nothing is kept between two searches.
/// A word is found at the start of a word, whatever its ending; Chinese is found by each two characters that stand side by side.
/// </summary>
public static class NearestByWords
{
    private const int MostTerms = 24;

    /// <summary>The nearness of each text, in order: 0 where no word is found, up to 1 where all are, and 1 more where they stand exactly so.</summary>
    /// <param name="texts">The texts to look through.</param>
    /// <param name="wanted">The words that are looked for. Words that every text has count only when there are no others.</param>
    public static IReadOnlyList<double> Of(IReadOnlyList<string> texts, string wanted)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(wanted);
        var nearness = new double[texts.Count];
        var terms = TermsOf(wanted);
        var total = 0d;
        foreach (var term in terms)
        {
            var counts = texts.Select(text => Count(text, term)).ToArray();
            var weight = Math.Log(1 + (texts.Count / (1d + counts.Count(count => count > 0))));
            total += weight;
            for (var i = 0; i < counts.Length; i++)
            {
                // A second time says a little more than the first, and a third hardly anything.
                nearness[i] += weight * (1 - Math.Pow(0.1, counts[i]));
            }
        }

        var phrase = wanted.Trim();
        for (var i = 0; i < nearness.Length; i++)
        {
            nearness[i] = total > 0 ? nearness[i] / total : 0;
            nearness[i] += nearness[i] > 0 && texts[i].Contains(phrase, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return nearness;
    }

    private static string[] TermsOf(string wanted)
    {
        var all = Terms.All(wanted).ToList();
        var telling = all.Where(term => !term.IsFill).ToList();
        return [.. (telling.Count > 0 ? telling : all).Select(term => WithoutY(term.Term)).Distinct().Take(MostTerms)];
    }

    // The stem of "stories" is "story", but in a text it is "stori" that stands there.
    private static string WithoutY(string stem) => stem.Length > 4 && stem[^1] == 'y' ? stem[..^1] : stem;

    private static int Count(string text, string term)
    {
        const int enough = 3;
        var count = 0;
        for (var at = Next(text, term, 0); at >= 0 && count < enough; at = Next(text, term, at + term.Length))
        {
            count += at == 0 || Terms.IsWide(text[at]) || !char.IsLetterOrDigit(text[at - 1]) || Terms.IsWide(text[at - 1]) ? 1 : 0;
        }

        return count;
    }

    private static int Next(string text, string term, int from) => from < text.Length ? text.IndexOf(term, from, StringComparison.OrdinalIgnoreCase) : -1;
}
