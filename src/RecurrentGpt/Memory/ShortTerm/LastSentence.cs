using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>Puts a sentence behind a text.</summary>
public static class LastSentence
{
    /// <summary>The text with one more sentence, with the white space between them that their script asks for.</summary>
    public static string Append(string text, string sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        var whole = text.TrimEnd();
        var last = Prose.Sentences(whole) is [.., var end] ? end : "";
        return last.Length == 0 ? sentence : whole + Spacing.Fit(last, Terms.IsWide(sentence[0]) ? "" : " ", sentence) + sentence;
    }
}
