using System.Text.RegularExpressions;

namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>Finds words in style sheets: letters that a rule puts before or behind an element.</summary>
internal static partial class StyleWords
{
    public static IEnumerable<FoundWords> In(SourceFile file) =>
        from content in Content().Matches(file.Text)
        where content.Groups["said"].Captures.Any(said => said.Value.Any(char.IsLetter))
        select new FoundWords(file.Path, 1 + file.Text[..content.Index].Count(letter => letter == '\n'), content.Value);

    [GeneratedRegex(@"(?<![\w-])content:([^;}""']|""(?<said>[^""]*)""|'(?<said>[^']*)')+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Content();
}
