using RecurrentGpt.Stories;

namespace RecurrentGpt.Offline;

/// <summary>The languages that the sample writer has sentences for.</summary>
public static class SampleTongues
{
    /// <summary>Whether it writes in a language. In any other it writes English, and whoever shows its prose should say so.</summary>
    /// <param name="language">The language by its English or its own name.</param>
    public static bool Has(string language) => StoryTongue.TagOf(language)?.Split('-')[0] is "en" or "zh";
}
