using System.Globalization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Localization;

namespace RecurrentGpt.Web.Hosting;

/// <summary>The languages that the screen speaks, and how a page comes to one of them.</summary>
internal static class ScreenLanguages
{
    public const string English = "en";

    public const string Chinese = "zh-Hans";

    /// <summary>Keeps what was chosen in Settings; not ASP.NET Core's own name, since programs on one machine share their cookies.</summary>
    public const string Cookie = "recurrentgpt.language";

    /// <summary>Each by its own name: whoever cannot read the screen finds their language all the same.</summary>
    public static IReadOnlyList<(string Tag, string Name)> All { get; } = [(English, "English"), (Chinese, "简体中文")];

    /// <summary>The language of the screen for a language tag of a browser; null when the screen does not speak it.</summary>
    public static string? Find(string tag)
    {
        var parts = tag.Split('-');
        return parts[0].ToUpperInvariant() switch
        {
            "EN" => English,
            "ZH" when IsSimplified(parts) => Chinese,
            _ => null,
        };
    }

    public static IServiceCollection AddScreenLanguages(this IServiceCollection services) => services.AddLocalization().AddScoped<CircuitHandler, PageLanguage>();

    /// <summary>Gives each request its language: what was chosen in Settings, else the first of the browser's that the screen speaks, else English.</summary>
    public static IApplicationBuilder UseScreenLanguages(this IApplicationBuilder app) => app.UseRequestLocalization(options =>
    {
        string[] tags = [.. All.Select(language => language.Tag)];
        options.SetDefaultCulture(English).AddSupportedCultures(tags).AddSupportedUICultures(tags);
        options.RequestCultureProviders = [new CookieRequestCultureProvider { Options = options, CookieName = Cookie }, new BrowserLanguage()];
        options.ApplyCurrentCultureToResponseHeaders = true;
    });

    /// <summary>What is said outside the pages, in the terminal and the log, is English on every machine.</summary>
    public static void SpeakEnglish() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(English);

    // Traditional Chinese is not Simplified: its readers may like English better, and can say so in Settings.
    private static bool IsSimplified(string[] parts) =>
        parts.Length == 1 || parts[1].Equals("Hans", StringComparison.OrdinalIgnoreCase) || parts[1].ToUpperInvariant() is "CN" or "SG" or "MY";
}
