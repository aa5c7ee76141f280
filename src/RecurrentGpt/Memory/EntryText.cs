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

        var words = 0;
        var taken = Prose.Sentences(paragraph).TakeWhile((sentence, index) => (words += Prose.Words(sentence)) <= MaxWords || index == 0);
        return string.Join(' ', taken);
    }
}
