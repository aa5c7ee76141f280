namespace RecurrentGpt.Replies;

/// <summary>Reads the texts of an object that looks like JSON and cannot be parsed, most often because quote marks in dialogue were not escaped.</summary>
internal static class JsonString
{
    internal static Findings ReadAll(Findings found) =>
        found with { Sections = found.Sections.ToDictionary(section => section.Key, section => Read(section.Value)) };

    private static string Read(string body)
    {
        var text = body.AsSpan().TrimEnd(" \n\t,}]");
        return text is ['"', .., '"'] ? SectionText.Of(Unescaped(text[1..^1].ToString())) : body;
    }

    private static string Unescaped(string text) => text
        .Replace("\\n", "\n", StringComparison.Ordinal)
        .Replace("\\\"", "\"", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal);
}
