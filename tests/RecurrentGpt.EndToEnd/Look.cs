using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>A screen to look at: its size and its theme.</summary>
public sealed record Look(string Name, int Width, int Height, ColorScheme Theme)
{
    public static Look Wide { get; } = new("wide-light", 1440, 900, ColorScheme.Light);

    public static Look WideDark { get; } = new("wide-dark", 1440, 900, ColorScheme.Dark);

    public static Look Phone { get; } = new("phone-light", 390, 844, ColorScheme.Light);

    public static Look PhoneDark { get; } = new("phone-dark", 390, 844, ColorScheme.Dark);

    public static IReadOnlyList<Look> All { get; } = [Wide, WideDark, Phone, PhoneDark];

    /// <summary>The language that the browser asks for; null for its own.</summary>
    public string? Locale { get; init; }

    public bool IsPhone => Width < 800;
}
