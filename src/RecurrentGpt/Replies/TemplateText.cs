using System.Buffers;
using RecurrentGpt.Play;
using RecurrentGpt.Prompts;

namespace RecurrentGpt.Replies;

/// <summary>Whether a section holds the words of the format in place of a text.</summary>
internal static class TemplateText
{
    private const int LongestPlaceholder = 240;
    private const int ShortestExample = 24;

    // The heads of a step and of a turn carry rules for each section and a worked example; any of them sent back is no story.
    private static readonly string Example = string.Join('\n', StepPrompt.Head, PlayHead.For(PlayPerson.Second), PlayHead.For(PlayPerson.First)).Replace('\n', ' ');

    private static readonly SearchValues<char> Dots = SearchValues.Create(".…。·xX ");

    private static readonly (char Open, char Close)[] Brackets = [('<', '>'), ('[', ']'), ('{', '}'), ('【', '】'), ('（', '）'), ('(', ')'), ('〈', '〉')];

    private static readonly string[] Beginnings =
    [
        "string of output", "string of paragraph", "string of rational", "string of updated", "string of instruction", "content of paragraph", "content of instruction",
        "your text here", "your paragraph here", "text here", "text goes here", "paragraph here", "summary here", "memory here", "insert text", "insert paragraph",
        "the next paragraph here", "placeholder", "此处填写", "在此填写", "在此处", "请在此", "这里填写", "（此处",
    ];

    internal static bool Is(ReadOnlySpan<char> body)
    {
        var text = body.Trim().Trim("*_`\"“”");
        return text.Length <= LongestPlaceholder
            ? IsDots(text) || IsBracketed(text) || IsWords(text)
            : IsExample(text);
    }

    private static bool IsDots(ReadOnlySpan<char> text) => text.Length > 0 && text.IndexOfAnyExcept(Dots) < 0;

    private static bool IsBracketed(ReadOnlySpan<char> text)
    {
        foreach (var (open, close) in Brackets)
        {
            if (text.Length > 1 && text[0] == open && text.TrimEnd(".。")[^1] == close && text[1..].IndexOf(open) < 0 && !IsAside(text))
            {
                return true;
            }
        }

        return false;
    }

    // "(They waited.)" is a sentence, and no placeholder.
    private static bool IsAside(ReadOnlySpan<char> text) => text[0] is '(' or '（' or '【' && SentenceEnd.Ends(text[1..^1]);

    private static bool IsWords(ReadOnlySpan<char> text)
    {
        foreach (var beginning in Beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && text.Length < beginning.Length + 60)
            {
                return true;
            }
        }

        return IsExample(text);
    }

    private static bool IsExample(ReadOnlySpan<char> text) =>
        text.Length >= ShortestExample && text.Length < Example.Length && Example.Contains(text.ToString().Replace('\n', ' '), StringComparison.Ordinal);
}
