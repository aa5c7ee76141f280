namespace RecurrentGpt.Offline.English;

/// <summary>Places that premises are set in, and whose scenery they have.</summary>
internal static class EnglishPlaces
{
    private static readonly (string Scenery, string[] Nouns)[] Places =
    [
        ("ScienceFiction", ["space station", "spaceship", "starship", "colony", "spacecraft", "moon base", "planet", "mars", "orbit", "station"]),
        ("Other", ["lighthouse", "island", "village", "harbour", "harbor", "farm", "fishing", "coast", "sea", "cottage"]),
        ("Mystery", ["manor", "mansion", "country house", "hotel", "village inn"]),
        ("Western", ["ranch", "desert town", "saloon", "frontier", "desert"]),
        ("Fantasy", ["castle", "kingdom", "palace", "dragon", "forest", "tower"]),
        ("Historical", ["monastery", "convent", "guild", "empire", "court"]),
        ("YoungAdult", ["school", "academy", "summer camp"]),
        ("Romance", ["bakery", "bookshop", "theatre", "theater", "vineyard", "cafe", "café"]),
        ("Thriller", ["embassy", "airport", "skyscraper"]),
    ];

    // Places where people live together, so that one can speak of the people of it.
    private static readonly string[] Settlements =
        ["island", "space station", "station", "spaceship", "starship", "village", "castle", "monastery", "colony", "town", "city", "valley", "palace", "kingdom", "school", "academy"];

    private static readonly string[] Buildings = ["lighthouse", "hotel", "library", "museum", "house", "inn", "manor", "mansion", "ranch", "bakery", "bookshop", "observatory", "farm", "train", "theatre", "theater", "forest", "desert", "ship", "harbour", "harbor", "shop", "store", "bar", "restaurant", "cafe", "kitchen", "garden", "room"];

    internal static string? SceneryOf(string premise)
    {
        var lower = premise.ToLowerInvariant();
        return Places.FirstOrDefault(place => place.Nouns.Any(noun => Has(lower, noun))).Scenery;
    }

    internal static string? Settlement(string premise)
    {
        var lower = premise.ToLowerInvariant();
        return Settlements.FirstOrDefault(noun => Has(lower, noun)) is { } found ? "the " + found : null;
    }

    internal static bool IsPlace(string noun) => Settlements.Concat(Buildings).Any(place => noun.EndsWith(place, StringComparison.Ordinal));

    private static bool Has(string lower, string noun) => $" {lower} ".Replace('.', ' ').Replace(',', ' ').Contains($" {noun} ", StringComparison.Ordinal);
}
