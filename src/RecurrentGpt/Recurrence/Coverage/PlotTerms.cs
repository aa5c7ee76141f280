using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Offline.English;

namespace RecurrentGpt.Recurrence.Coverage;

/// <summary>
/// The terms by which a plan is compared with prose: words that tell something, in one form for all their tenses, since a plan is told in the present and a story
/// in the past; what is not done apart from what is; and of Chinese each character, alone and with the one behind it.
/// </summary>
internal static class PlotTerms
{
    // "silently" and "silent" need not be told apart; "lantern" and "lanterns" must not be.
    private const int Longest = 6;

    // "did not even open" and "would not look": so many words may a "not" stand before its verb.
    private const int ReachOfNot = 2;

    internal static HashSet<PlotTerm> Of(string text) => [.. All(text)];

    private static IEnumerable<PlotTerm> All(string text)
    {
        var negated = 0;
        foreach (var run in Runs(text))
        {
            if (Terms.IsWide(run[0]))
            {
                foreach (var term in Wide(run))
                {
                    yield return term;
                }
            }
            else if (run is "not" or "never" || run.EndsWith("n't", StringComparison.Ordinal))
            {
                negated = ReachOfNot;
            }
            else if (!Terms.IsFill(run) && Form(run) is { Text.Length: > 1 } word)
            {
                yield return word.IsDeed && negated > 0 ? word with { Text = $"not {word.Text}" } : word;
                negated = word.IsDeed ? 0 : negated - 1;
            }
        }
    }

    private static IEnumerable<PlotTerm> Wide(string run)
    {
        var pairs = Terms.All(run).Where(term => !term.IsFill).Select(term => term.Term);
        var letters = run.Select(letter => letter.ToString()).Where(letter => Terms.All(letter + letter).All(term => !term.IsFill));
        return pairs.Concat(letters).Select(term => new PlotTerm(term, IsDeed: false));
    }

    private static PlotTerm Form(string word)
    {
        var bare = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        var past = PastOf(bare) ?? (EnglishVerbs.IsPast(bare) ? bare : null);
        var stem = Terms.Stem(past ?? bare);
        return new PlotTerm(stem.Length > Longest ? stem[..Longest] : stem, past is not null);
    }

    // "giving" and "given" are forms of "give", of which the story has "gave".
    private static string? PastOf(string word) => EnglishVerbs.OfThird(word) ?? EnglishVerbs.OfBase(word) ?? word switch
    {
        [_, _, _, .., 'i', 'n', 'g'] => OfFirst(word[..^3], word[..^3] + "e", word[^4] == word[^5] ? word[..^4] : ""),
        [_, _, _, .., 'e', 'n'] => OfFirst(word[..^2], word[..^1], "") ?? (EnglishVerbs.IsPast(word[..^1]) ? word[..^1] : null),
        _ => null,
    };

    private static string? OfFirst(params ReadOnlySpan<string> bases)
    {
        foreach (var form in bases)
        {
            if (EnglishVerbs.OfBase(form) is { } past)
            {
                return past;
            }
        }

        return null;
    }

    private static IEnumerable<string> Runs(string text)
    {
        var plain = text.ToLowerInvariant().Replace('’', '\'');
        for (var start = 0; start < plain.Length;)
        {
            var end = start;
            while (end < plain.Length && IsPart(plain, start, end))
            {
                end++;
            }

            if (end > start)
            {
                yield return plain[start..end].TrimEnd('\'');
            }

            start = Math.Max(end, start + 1);
        }
    }

    private static bool IsPart(string text, int start, int at) =>
        (char.IsLetterOrDigit(text[at]) && Terms.IsWide(text[at]) == Terms.IsWide(text[start])) || (at > start && text[at] == '\'' && !Terms.IsWide(text[start]));
}
