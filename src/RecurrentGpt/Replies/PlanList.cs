namespace RecurrentGpt.Replies;

/// <summary>Splits plans that came as one list under one heading.</summary>
internal static class PlanList
{
    private const int Most = 9;

    /// <summary>The plans: numbered or bulleted items, else paragraphs; a text that is neither is one plan.</summary>
    internal static IReadOnlyList<string> Split(ReadOnlySpan<char> body)
    {
        var text = SectionText.Of(body);
        var items = Items(text);
        return items.Count > 0 ? items : [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Take(Most)];
    }

    private static List<string> Items(string text)
    {
        var starts = new List<(int Line, int Text)>();
        var kind = '\0';
        for (var at = 0; at < text.Length && starts.Count < Most; at = NextLine(text, at))
        {
            if (Marker(text, at, out var length) is var marker and not '\0' && (kind == '\0' ? at == 0 : marker == kind))
            {
                kind = marker;
                starts.Add((at, at + length));
            }
        }

        return [.. starts.Select((start, i) => SectionText.Of(text.AsSpan(start.Text, (i + 1 < starts.Count ? starts[i + 1].Line : text.Length) - start.Text)))
            .Where(item => item.Length > 0)];
    }

    private static int NextLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }

    // '1' for a number, the bullet itself for a bullet; indented lines belong to the item above them.
    private static char Marker(string text, int at, out int length)
    {
        length = 0;
        var line = text.AsSpan(at);
        if (line is ['-' or '*' or '•' or '·' or '+', ' ', ..])
        {
            length = 2;
            return line[0];
        }

        var bold = line.StartsWith("**") ? 2 : 0;
        var digits = line[bold..].IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 2 || line[bold + digits] is not ('.' or ')' or '、' or '．' or '）' or ':' or '：'))
        {
            return line is [>= '①' and <= '⑨', ..] ? CircledMarker(out length) : '\0';
        }

        length = bold == 0 ? digits + 1 : 0;
        return '1';
    }

    private static char CircledMarker(out int length)
    {
        length = 1;
        return '1';
    }
}
