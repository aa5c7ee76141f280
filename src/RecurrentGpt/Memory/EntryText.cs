using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory;

/// <summary>The entry for a paragraph that came without a summary, as the opening's do: its first sentences, whole.</summary>
public static class EntryText
{
    // Twice a summary's usual length: an entry stands in for the paragraph, and prompts must not grow with it.
    private const int MaxWords = 120;

    /// <summary>The paragraph's leading sentences, at least one, up to 120 words.</summary>
    public static string From(string paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        if (Prose.Words(paragraph) <= MaxWords)
        {
            return paragraph.Trim();
        }

        var (words, end) = (0, 0);
        foreach (var sentence in Prose.Sentences(paragraph))
        {
            words += Prose.Words(sentence);
            if (words > MaxWords && end > 0)
            {
                break;
            }

            end = paragraph.IndexOf(sentence, end, StringComparison.Ordinal) + sentence.Length;
        }

        return paragraph[..end].Trim();
    }
}
