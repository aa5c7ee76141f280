namespace RecurrentGpt.Replies;

/// <summary>
/// Finds labels within lines, for replies that came without line breaks. Only sure labels with a colon and a capital letter: it is the second look, not the first.
/// </summary>
internal static class InlineHeadings
{
    internal static List<Heading> AddTo(List<Heading> lines, string text, LabelTable labels)
    {
        var starts = lines.Select(heading => heading.Start + WordOffset(heading, text)).ToHashSet();
        var found = new List<Heading>(lines);
        for (var at = 0; at < text.Length; at++)
        {
            if (!MayBegin(text, at) || starts.Contains(at) || labels.Longest(text, at, out var end, out _) is not { } word || !IsSure(text, at, word))
            {
                continue;
            }

            var body = AfterColon(text, end);
            if (body > 0)
            {
                var mark = new LabelMark(word, body - at, Style: 0, IsOwnLine: false, IsDecorated: false, ':');
                found.Add(new Heading(mark, Before(text, at), body, StartsBlock: false));
                at = end;
            }
        }

        if (found.Count == lines.Count)
        {
            return lines;
        }

        found.Sort((one, other) => one.BodyStart.CompareTo(other.BodyStart));
        return HeadingScanner.Filled(text, Once(found));
    }

    private static bool MayBegin(string text, int at) =>
        (char.IsUpper(text[at]) || text[at] >= '\u2E80') && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    // "理由：" is as sure as "Rationale: " where a sentence has just ended.
    private static bool IsSure(string text, int at, LabelWord word) => word.Strength != LabelStrength.Word
        || (text[at] >= '\u2E80' && EndsBefore(text.AsSpan(0, Before(text, at))));

    private static bool EndsBefore(ReadOnlySpan<char> text) => text.IsEmpty || char.IsWhiteSpace(text[^1]) || SentenceEnd.Ends(text);

    private static int AfterColon(string text, int end)
    {
        while (end < text.Length && (text[end] == ' ' || Decoration.Closes(text[end])))
        {
            end++;
        }

        if (end >= text.Length || text[end] is not (':' or '：'))
        {
            return text[end - 1] == '】' ? end : 0;
        }

        end++;
        while (end < text.Length && text[end] == '*')
        {
            end++;
        }

        return end;
    }

    private static int Before(string text, int at)
    {
        while (at > 0 && "*_#[【|".Contains(text[at - 1], StringComparison.Ordinal))
        {
            at--;
        }

        return at;
    }

    private static int WordOffset(Heading heading, string text) => Decoration.Read(text.AsSpan(heading.Start, heading.BodyStart - heading.Start)).End;

    private static List<Heading> Once(List<Heading> headings)
    {
        var once = new List<Heading>(headings.Count);
        foreach (var heading in headings)
        {
            if (once.Count == 0 || heading.Start >= once[^1].BodyStart)
            {
                once.Add(heading);
            }
        }

        return once;
    }
}
