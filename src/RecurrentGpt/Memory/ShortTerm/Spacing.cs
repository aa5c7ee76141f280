using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>The white space between sentences: English has a space, Chinese has none, and some memories have a line for each sentence.</summary>
internal static class Spacing
{
    /// <summary>The white space on both sides of a sentence; null where the text ends.</summary>
    internal static (string? Before, string? After) Around(string text, SentenceSpan span)
    {
        var start = span.Start - SpaceBefore(text, span.Start).Length;
        var after = SpaceAfter(text, span.End);
        return (start == 0 ? null : text[start..span.Start], span.End + after.Length == text.Length ? null : after);
    }

    /// <summary>The white space that ends at a place.</summary>
    internal static string SpaceBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    /// <summary>The white space that begins at a place.</summary>
    internal static string SpaceAfter(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    /// <summary>What is left of two spaces when the sentence between them goes: the one that parts more.</summary>
    internal static string Join(string left, string before, string after, string right) => Fit(left, Larger(before, after), right);

    /// <summary>The spaces around a sentence that comes between two, such that taking it away again leaves <paramref name="now"/>.</summary>
    /// <param name="left">The sentence before.</param>
    /// <param name="sentence">The sentence that comes.</param>
    /// <param name="right">The sentence behind.</param>
    /// <param name="now">The space between the two now.</param>
    /// <param name="usual">The spaces around the sentence where it comes from.</param>
    internal static (string Before, string After) Part(string left, string sentence, string right, string now, (string? Before, string? After) usual)
    {
        if (usual is ({ } before, { } after))
        {
            return Join(left, before, after, right) == now ? Fitting(before, after)
                : Larger(before, after) == before ? Fitting(now, NotOver(after, now))
                : Fitting(NotOver(before, now), now);
        }

        return Fitting(NotOver(usual.Before ?? now, now), now);

        (string, string) Fitting(string first, string second) => (Fit(left, first, sentence), Fit(sentence, second, right));
    }

    /// <summary>The wanted space, or a wider one where the two sentences would run into one.</summary>
    internal static string Fit(string left, string wanted, string right)
    {
        foreach (var space in (string[])[wanted, " "])
        {
            if (Prose.Sentences(left + space + right) is [var first, var second] && first == left && second == right)
            {
                return space;
            }
        }

        return "\n";
    }

    private static string NotOver(string space, string most) => Larger(most, space) == most ? space : most;

    private static string Larger(string first, string second) => Size(second) > Size(first) ? second : first;

    private static int Size(string space) => (space.Count(c => c == '\n') * 1_000) + space.Length;
}
