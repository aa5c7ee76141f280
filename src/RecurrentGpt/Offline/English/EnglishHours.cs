using System.Globalization;

namespace RecurrentGpt.Offline.English;

/// <summary>Says the hour and day of a paragraph in words, and reads them back.</summary>
internal static class EnglishHours
{
    private const string Lead = "It is now ";
    private const string Day = " day.";
    private static readonly string[] Hours = ["early morning", "morning", "noon", "afternoon", "evening", "night"];
    private static readonly string[] Ones =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
        "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    internal static string Of(int turn) => $"{Lead}{Hours[turn % Hours.Length]} of the {Ordinal((turn / Hours.Length) + 1)}{Day}";

    internal static int? Turn(string sentence)
    {
        if (!sentence.StartsWith(Lead, StringComparison.Ordinal) || !sentence.EndsWith(Day, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = sentence[Lead.Length..^Day.Length].Split(" of the ");
        var hour = Array.IndexOf(Hours, parts[0]);
        var day = parts.Length == 2 ? Number(parts[1]) : 0;
        return hour >= 0 && day > 0 ? ((day - 1) * Hours.Length) + hour : null;
    }

    private static string Ordinal(int number) => number switch
    {
        < 20 => Ones[number],
        < 100 when number % 10 == 0 => Tens[number / 10][..^1] + "ieth",
        < 100 => $"{Tens[number / 10]}-{Ones[number % 10]}",
        _ => number.ToString(CultureInfo.InvariantCulture) + "th",
    };

    private static int Number(string words) =>
        words.EndsWith("th", StringComparison.Ordinal) && int.TryParse(words[..^2], CultureInfo.InvariantCulture, out var number)
            ? number
            : Enumerable.Range(1, 99).FirstOrDefault(candidate => Ordinal(candidate) == words);
}
