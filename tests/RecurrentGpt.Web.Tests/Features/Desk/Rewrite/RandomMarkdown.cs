using System.Text.RegularExpressions;

namespace RecurrentGpt.Web.Tests.Features.Desk.Rewrite;

/// <summary>Paragraphs of numbered words in any Markdown that prose may have; no word is another's beginning.</summary>
internal static partial class RandomMarkdown
{
    public static (string Source, IReadOnlyList<string> Words) Of(Random random)
    {
        var words = new List<string>();
        var lineEnd = random.Next(4) == 0 ? "\r\n" : "\n";
        var blocks = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Block(random, words)).ToList();
        return (string.Join("\n\n", blocks).ReplaceLineEndings(lineEnd), [.. words.Order(StringComparer.Ordinal)]);
    }

    public static IEnumerable<string> WordsOf(string shown) => Word().Matches(shown).Select(match => match.Value);

    private static string Block(Random random, List<string> words) => random.Next(6) switch
    {
        0 => "## " + Line(random, words),
        1 => $"> {Line(random, words)}\n> {Line(random, words)}\n>\n> {Line(random, words)}",
        2 => $"- {Line(random, words)}\n- {Line(random, words)}",
        3 => $"{Line(random, words)}\n{Line(random, words)}",
        _ => Line(random, words),
    };

    private static string Line(Random random, List<string> words) => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Inline(random, words)));

    private static string Inline(Random random, List<string> words) => random.Next(12) switch
    {
        0 => $"*{New(words)}*",
        1 => $"**{New(words)} {New(words)}**",
        2 => $"_{New(words)} {New(words)}_",
        3 => $"*{New(words)} **{New(words)}** {New(words)}*",
        4 => $"[{New(words)} {New(words)}](https://example.org/)",
        5 => $"{New(words)} &amp; {New(words)}",
        6 => $"“{New(words)},”",
        7 => $"{New(words)}…",
        _ => New(words),
    };

    private static string New(List<string> words)
    {
        words.Add(FormattableString.Invariant($"word{words.Count:D3}"));
        return words[^1];
    }

    [GeneratedRegex(@"word\d{3}|xyzzy", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
