using System.Globalization;

namespace RecurrentGpt.Offline.Chinese;

/// <summary>Says the hour and day of a paragraph in words, and reads them back.</summary>
internal static class ChineseHours
{
    private const string Lead = "现在是第";
    private const string Between = "天的";
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] Hours = ["清晨", "上午", "正午", "下午", "傍晚", "深夜"];

    internal static string Of(int turn) => $"{Lead}{Number((turn / Hours.Length) + 1)}{Between}{Hours[turn % Hours.Length]}。";

    internal static int? Turn(string sentence)
    {
        var between = sentence.IndexOf(Between, StringComparison.Ordinal);
        if (!sentence.StartsWith(Lead, StringComparison.Ordinal) || between < Lead.Length || !sentence.EndsWith('。'))
        {
            return null;
        }

        var hour = Array.IndexOf(Hours, sentence[(between + Between.Length)..^1]);
        var day = Read(sentence[Lead.Length..between]);
        return hour >= 0 && day > 0 ? ((day - 1) * Hours.Length) + hour : null;
    }

    private static string Number(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => "十" + (number == 10 ? "" : Digits[number % 10]),
        < 100 => Digits[number / 10] + "十" + (number % 10 == 0 ? "" : Digits[number % 10]),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static int Read(string words) => int.TryParse(words, CultureInfo.InvariantCulture, out var number)
        ? number
        : Enumerable.Range(1, 99).FirstOrDefault(candidate => Number(candidate) == words);
}
