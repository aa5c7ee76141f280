using System.Text;
using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Stories;

/// <summary>
/// The words of a plan with what each says about it: words without their endings, and in Chinese and Japanese each character and each two that stand side by side.
/// </summary>
internal sealed class PlanWording
{
    // Plans of one scene have its names and its small words in common; what happens is in the rest.
    private const double OfFillWord = 0.1;
    private const double OfName = 0.3;
    private const double OfCharacter = 1;
    private const double OfTwoCharacters = 0.5;
    private const string LightCharacters = "的了在是和与也就都而及着或一不有他她它我你们这那个把被从到上里来去时";

    private readonly Dictionary<string, double> _weights = [];
    private readonly double _sum;

    internal PlanWording(string plan)
    {
        var small = new HashSet<string>(StringComparer.Ordinal);
        var words = Words(plan, small).ToList();
        foreach (var (term, weight, isCapital) in words)
        {
            _weights[term] = _weights.GetValueOrDefault(term) + (isCapital && weight == 1 && !small.Contains(term) ? OfName : weight);
        }

        _sum = _weights.Values.Sum();
    }

    /// <summary>The common share by weight (Dice), 0 to 1.</summary>
    internal double Likeness(PlanWording other)
    {
        var common = _weights.Sum(term => Math.Min(term.Value, other._weights.GetValueOrDefault(term.Key)));
        return _sum + other._sum > 0 ? 2 * common / (_sum + other._sum) : 0;
    }

    // A word that the plan never writes small is taken for a name.
    private static IEnumerable<(string Term, double Weight, bool IsCapital)> Words(string plan, HashSet<string> small)
    {
        var normal = plan.Normalize(NormalizationForm.FormKC).Replace('’', '\'');
        for (var start = 0; start < normal.Length;)
        {
            var end = EndOfRun(normal, start);
            var run = normal[start..end];
            start = Math.Max(end, start + 1);
            foreach (var word in run.Length == 0 ? [] : Terms.IsWide(run[0]) ? Characters(run) : [Word(run, small)])
            {
                yield return word;
            }
        }
    }

    private static (string Term, double Weight, bool IsCapital) Word(string run, HashSet<string> small)
    {
        var lower = run.ToLowerInvariant();
        var word = (Terms.Stem(lower), Terms.IsFill(lower) ? OfFillWord : 1, char.IsUpper(run[0]));
        if (!word.Item3)
        {
            small.Add(word.Item1);
        }

        return word;
    }

    private static IEnumerable<(string Term, double Weight, bool IsCapital)> Characters(string run)
    {
        for (var at = 0; at < run.Length; at++)
        {
            var isLight = IsLight(run[at]);
            yield return (run.Substring(at, 1), isLight ? OfFillWord : OfCharacter, false);
            if (at + 1 < run.Length)
            {
                yield return (run.Substring(at, 2), isLight || IsLight(run[at + 1]) ? OfFillWord : OfTwoCharacters, false);
            }
        }
    }

    private static bool IsLight(char c) => Script.IsHiragana(c) || LightCharacters.Contains(c, StringComparison.Ordinal);

    private static int EndOfRun(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (end > start && text[end] == '\'')) && Terms.IsWide(text[end]) == Terms.IsWide(text[start]))
        {
            end++;
        }

        return end;
    }
}
