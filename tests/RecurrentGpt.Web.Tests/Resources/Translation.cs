using System.Text.RegularExpressions;

namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>Holds a resource in another language against the English one.</summary>
internal static partial class Translation
{
    // What is called the same in Chinese; anything else that is not translated was forgotten.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Text.AppName"] = "the program's name",
        ["DeskText.Export_json"] = "a format's name",
        ["DeskText.Export_markdown"] = "a format's name",
        ["SettingsText.OpenAi"] = "a company's name",
        ["SettingsText.AzureOpenAi"] = "a product's name",
    };

    public static IEnumerable<string> FaultsOf(ResourceFile english, ResourceFile? other) => other is null
        ? [$"{english.Name} is not there in this language."]
        : [
            .. Doubled(english), .. Doubled(other),
            .. english.Words.Where(word => other.Find(word.Key) is null).Select(word => $"{other.Name}.{word.Key} is missing."),
            .. other.Words.Where(word => english.Find(word.Key) is null).Select(word => $"{other.Name}.{word.Key} is not there in English."),
            .. english.Words.SelectMany(word => other.Find(word.Key) is { } translated ? Compare($"{english.Name}.{word.Key}", word.Value, translated) : []),
        ];

    private static IEnumerable<string> Doubled(ResourceFile file) =>
        file.Words.GroupBy(word => word.Key).Where(group => group.Count() > 1).Select(group => $"{file.Name}.{group.Key} is there {group.Count()} times.");

    private static IEnumerable<string> Compare(string key, string english, string translated)
    {
        if (string.IsNullOrWhiteSpace(english) || string.IsNullOrWhiteSpace(translated))
        {
            yield return $"{key} is empty.";
        }
        else if (english == translated && english.Any(char.IsLetter) && Placeholder().Replace(english, "").Any(char.IsLetter) && !Names.ContainsKey(key))
        {
            yield return $"{key} is still English.";
        }

        var (here, there) = (PlaceholdersOf(english), PlaceholdersOf(translated));
        if (!here.SequenceEqual(there))
        {
            yield return $"{key} is filled with {string.Join(' ', here)} in English, and with {string.Join(' ', there)} here.";
        }
    }

    // Each place once, however often it is said; how a date is written is the language's own.
    private static string[] PlaceholdersOf(string words) =>
        [.. Placeholder().Matches(words).Select(match => DateFormat().Replace(match.Value, ":date}")).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@":[^}]*y[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex DateFormat();
}
