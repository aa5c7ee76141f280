using System.Text.RegularExpressions;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory.ShortTerm.Stale;

/// <summary>
/// Finds sentences of memory that the newest paragraph contradicts. It looks for few things and only where subject and state are plain to see: a false alarm costs
/// more trust than a sentence that is missed.
/// </summary>
public static partial class StaleSentences
{
    /// <summary>Checks a memory before it is sent again.</summary>
    /// <param name="memory">Memory as it stands.</param>
    /// <param name="paragraph">The newest paragraph.</param>
    /// <param name="rationale">Why the model changed memory as it did.</param>
    /// <param name="sent">Memory before that.</param>
    /// <param name="written">Memory as the model wrote it.</param>
    public static IReadOnlyList<StaleSentence> Find(string memory, string paragraph, string rationale, string sent, string written)
    {
        ArgumentNullException.ThrowIfNull(memory);
        var sentences = Prose.Sentences(memory);
        var told = new ToldByModel(rationale, sentences, Prose.Sentences(sent), Prose.Sentences(written));
        var contradictions = Contradictions(sentences, paragraph);
        return [.. sentences
            .Distinct()
            .Select(sentence => told.Of(sentence) is { } clause ? new StaleSentence(sentence, StaleReason.SaidByModel, clause)
                : contradictions.TryGetValue(sentence, out var because) ? new StaleSentence(sentence, StaleReason.SaidByParagraph, because)
                : null)
            .OfType<StaleSentence>()];
    }

    /// <summary>The sentence of a paragraph that contradicts a sentence of memory; null when none plainly does.</summary>
    public static string? Contradiction(string sentence, string paragraph) => Contradictions([sentence], paragraph).GetValueOrDefault(sentence);

    // What is said last counts: a lamp that goes out and is lit again is lit.
    private static Dictionary<string, string> Contradictions(IReadOnlyList<string> memory, string paragraph)
    {
        var told = Prose.Sentences(Quotation().Replace(paragraph, " ")).Select(sentence => (Sentence: sentence, Claims: Claims.Of(sentence))).ToList();
        var known = memory.Distinct().ToDictionary(sentence => sentence, Claims.Of);
        var found = new Dictionary<string, string>();
        foreach (var (sentence, claims) in known)
        {
            foreach (var claim in claims)
            {
                var last = told.LastOrDefault(item => item.Claims.Any(other => other.SpeaksOf(claim) && !IsOfAnother(other, claim, known)));
                if (last.Sentence is not null && last.Claims.Last(other => other.SpeaksOf(claim)).Value != claim.Value)
                {
                    found[sentence] = Original(paragraph, last.Sentence);
                }
            }
        }

        return found;
    }

    // "The door" may be any of two doors that memory knows.
    private static bool IsOfAnother(Claim told, Claim claim, Dictionary<string, IReadOnlyList<Claim>> known) =>
        told.Modifiers.Count == 0 && known.Values.SelectMany(claims => claims).Any(other => other.Head == claim.Head && !other.Modifiers.SetEquals(claim.Modifiers));

    // Shown is the sentence as the paragraph has it, with what is said in it.
    private static string Original(string paragraph, string sentence) =>
        Prose.Sentences(paragraph).FirstOrDefault(whole => whole.Contains(sentence, StringComparison.Ordinal)) ?? sentence;

    [GeneratedRegex("“[^”]*”|\"[^\"\n]*\"|「[^」]*」|『[^』]*』", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Quotation();
}
