namespace RecurrentGpt.Recurrence.Coverage;

/// <summary>Finds what stands in quotes of any kind.</summary>
internal static class Quotation
{
    private const string Opening = "\"“„«「『‘'`";
    private const string Closing = "\"””»」』’'`";

    /// <summary>The texts that may be meant as a quotation, the likeliest first: all between the outermost quotes, then each pair.</summary>
    internal static IEnumerable<string> Candidates(string text)
    {
        var (start, end) = Outer(text);
        if (end <= start)
        {
            yield break;
        }

        yield return text[(start + 1)..end];
        foreach (var (from, to) in Pairs(text))
        {
            yield return text[(from + 1)..to];
        }
    }

    /// <summary>The text without what lies between its outermost quotes.</summary>
    internal static string Without(string text)
    {
        var (start, end) = Outer(text);
        return end > start ? string.Concat(text.AsSpan(0, start), " ", text.AsSpan(end + 1)) : text;
    }

    private static (int Start, int End) Outer(string text)
    {
        var start = Next(text, 0);
        return start < 0 ? (0, -1) : (start, text.LastIndexOfAny(ClosersOf(text[start])));
    }

    private static IEnumerable<(int From, int To)> Pairs(string text)
    {
        for (var from = Next(text, 0); from >= 0; from = Next(text, from + 1))
        {
            var to = text.IndexOfAny(ClosersOf(text[from]), from + 1);
            if (to > from)
            {
                yield return (from, to);
            }
        }
    }

    // An apostrophe opens nothing.
    private static int Next(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (Opening.Contains(text[at], StringComparison.Ordinal) && (text[at] is not ('\'' or '‘') || at == 0 || !char.IsLetterOrDigit(text[at - 1])))
            {
                return at;
            }
        }

        return -1;
    }

    private static char[] ClosersOf(char opening) => opening switch
    {
        '"' => ['"', '”', '“'],
        '“' or '„' => ['”', '"', '“'],
        '\'' or '‘' => ['\'', '’'],
        var other => [Closing[Opening.IndexOf(other, StringComparison.Ordinal)]],
    };
}
