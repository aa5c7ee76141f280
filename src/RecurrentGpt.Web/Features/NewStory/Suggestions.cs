namespace RecurrentGpt.Web.Features.NewStory;

/// <summary>What the fields offer; anything else can be typed.</summary>
internal static class Suggestions
{
    /// <summary>Genres by their keys in the resources.</summary>
    public static readonly IReadOnlyList<string> Genres =
    [
        "GenreScienceFiction", "GenreRomance", "GenreMystery", "GenreFantasy", "GenreHistorical", "GenreHorror", "GenreThriller", "GenreWestern",
        "GenreYoungAdult",
    ];

    /// <summary>Languages by their own names.</summary>
    public static readonly IReadOnlyList<string> Languages =
        ["English", "中文", "Español", "Français", "Deutsch", "Italiano", "Português", "日本語", "한국어", "Русский", "العربية", "हिन्दी"];
}
