namespace RecurrentGpt.Stories;

/// <summary>The language of a story as browsers and screen readers know it, told from the name that the author gave it.</summary>
public static class StoryTongue
{
    // Languages that are measured in characters.
    private static readonly string[] Unspaced = ["zh", "ja", "yue", "wuu", "hak", "nan", "lzh"];

    /// <summary>The tag (BCP 47) of a language by its English or its own name, such as "pt-BR" for "Brazilian Portuguese"; null for one that is not known, such as Klingon.</summary>
    public static string? TagOf(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return LanguageNames.Find(language);
    }

    /// <summary>Whether the length of a text in a language is told in characters, because its words are not parted.</summary>
    public static bool CountsCharacters(string language) => TagOf(language) is { } tag && Unspaced.Contains(tag.Split('-')[0]);
}
