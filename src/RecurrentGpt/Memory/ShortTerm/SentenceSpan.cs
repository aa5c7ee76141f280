using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>A sentence and where it stands in its text.</summary>
/// <param name="Text">The sentence, trimmed.</param>
/// <param name="Start">Its first character.</param>
internal readonly record struct SentenceSpan(string Text, int Start)
{
    /// <summary>Just behind its last character.</summary>
    internal int End => Start + Text.Length;

    /// <summary>The sentences of a text as <see cref="Prose.Sentences"/> parts them, with their places.</summary>
    internal static IReadOnlyList<SentenceSpan> Of(string text)
    {
        var spans = new List<SentenceSpan>();
        var at = 0;
        foreach (var sentence in Prose.Sentences(text))
        {
            // What lies between two sentences holds no letter, so the next place where the words stand is the sentence itself.
            var span = new SentenceSpan(sentence, text.IndexOf(sentence, at, StringComparison.Ordinal));
            spans.Add(span);
            at = span.End;
        }

        return spans;
    }
}
