using System.Text.RegularExpressions;

namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>
/// Finds words in scripts: two words beside each other in a string. Scripts have no localizer, so they move and mark what the server has drawn and say
/// nothing of their own. Selectors are no words: they are told by their signs, or by what they are given to.
/// </summary>
internal static partial class ScriptWords
{
    public static IEnumerable<FoundWords> In(SourceFile file) =>
        from token in Token().Matches(file.Text)
        where token.Groups["string"].Success
        let text = Hole().Replace(token.Value[1..^1], "\u0001")
        where Words().IsMatch(text) && !IsSelector(text) && !Asks().IsMatch(file.Text[..token.Index])
        select new FoundWords(file.Path, 1 + file.Text[..token.Index].Count(letter => letter == '\n'), token.Value);

    // Also of a style or a cookie: no sentence has such signs.
    private static bool IsSelector(string text) => text.IndexOfAny(['[', '=']) >= 0 || text.StartsWith('(');

    // Comments and regular expressions are read too, so that a quote mark in them begins no string.
    [GeneratedRegex(
        @"//[^\n]*|/\*.*?\*/|(?<=[=(,:;!&|?\[{}]\s*)/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+/[a-z]*|(?<string>""(?:\\.|[^""\\\n])*""|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\$\{[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"\p{L}{2,}[.,;:!?…]* (\p{L}|\u0001)|\u0001 \p{L}{2,}|\p{L}{2,}[.!?…]$|\p{IsCJKUnifiedIdeographs}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Words();

    [GeneratedRegex(@"(querySelector|querySelectorAll|closest|matches)(\?\.)?\(\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Asks();
}
