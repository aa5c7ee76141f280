namespace RecurrentGpt.Prompts;

/// <summary>A line of a layout.</summary>
/// <param name="Text">The line with its line end.</param>
/// <param name="Name">What stands in braces when there is nothing else on the line; null where the line is the author's own words.</param>
internal readonly record struct LayoutLine(string Text, string? Name)
{
    internal static IEnumerable<LayoutLine> Split(string layout)
    {
        for (var start = 0; start < layout.Length;)
        {
            var end = layout.IndexOf('\n', start);
            var next = end < 0 ? layout.Length : end + 1;
            var text = layout[start..next];
            yield return new LayoutLine(text, NameOf(text.Trim()));
            start = next;
        }
    }

    private static string? NameOf(string line)
    {
        var inner = line.Length > 2 && line[0] == '{' && line[^1] == '}' ? line[1..^1].Trim() : "";
        return inner.Length > 0 && inner.AsSpan().IndexOfAny('{', '}') < 0 ? inner : null;
    }
}
