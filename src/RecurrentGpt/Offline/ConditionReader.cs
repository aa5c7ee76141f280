using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Offline;

/// <summary>Finds the sentence of the last paragraph in which all that a stop condition speaks of comes together, as far as words show it.</summary>
internal static class ConditionReader
{
    private const string LightCharacters = "的了在是和与也都而及着或被把她他它一";

    /// <summary>The sentence; empty when there is none.</summary>
    internal static string Find(SampleRequest request, Voice voice)
    {
        var asides = voice.Choosing.Asides;
        var wide = asides.Where(aside => Terms.IsWide(aside[0])).Aggregate(request.StopCondition, (text, aside) => text.Replace(aside, " ", StringComparison.Ordinal));
        char[] characters = [.. wide.Where(c => Terms.IsWide(c) && !LightCharacters.Contains(c, StringComparison.Ordinal)).Distinct()];
        string[] words = [.. Words(request.StopCondition).Except(asides.SelectMany(Words))];
        return characters.Length + words.Length == 0
            ? ""
            : Prose.Sentences(request.LastParagraph).FirstOrDefault(sentence => characters.All(sentence.Contains) && HasAll(Words(sentence), words), "");
    }

    // "dies" and "died" begin alike.
    private static bool HasAll(HashSet<string> said, string[] words) => words.All(word => said.Any(other => other.StartsWith(word, StringComparison.Ordinal)));

    private static HashSet<string> Words(string text) => [.. Terms.Telling(text).Where(term => !Terms.IsWide(term[0]))];
}
