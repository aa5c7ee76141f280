using RecurrentGpt.Replies;

namespace RecurrentGpt.Recurrence;

/// <summary>Reads marks of emphasis, as far as it takes to see which of them are left open.</summary>
internal static class EmphasisMarks
{
    /// <summary>The marks that open and do not close, in order.</summary>
    internal static IReadOnlyList<string> Open(string text)
    {
        var open = new List<string>();
        foreach (var line in text.Split('\n').Where(line => !SectionText.IsRule(line)))
        {
            for (var at = 0; at < line.Length;)
            {
                var length = LengthAt(line, at);
                if (length > 0)
                {
                    Turn(open, line, at, length);
                }

                at += Math.Max(1, length);
            }
        }

        return open;
    }

    private static void Turn(List<string> open, string line, int at, int length)
    {
        var mark = line.Substring(at, length);
        var (hasWordBefore, hasWordBehind) = (at > 0 && !char.IsWhiteSpace(line[at - 1]), at + length < line.Length && !char.IsWhiteSpace(line[at + length]));
        if (hasWordBefore && open.LastIndexOf(mark) is var last and >= 0)
        {
            open.RemoveAt(last);
        }
        else if (hasWordBehind && !(mark[0] == '_' && hasWordBefore && char.IsLetterOrDigit(line[at - 1])))
        {
            open.Add(mark);
        }
    }

    private static int LengthAt(string line, int at)
    {
        if (line[at] is not ('*' or '_') || (at > 0 && line[at - 1] == '\\'))
        {
            return 0;
        }

        var end = at + 1;
        while (end < line.Length && line[end] == line[at])
        {
            end++;
        }

        return end - at;
    }
}
