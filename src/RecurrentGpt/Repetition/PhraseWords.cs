using System.Globalization;
using System.Text;
using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Repetition;

/// <summary>
/// The words of a story by number, so that two words are compared as exactly as by their letters and as fast as two numbers. Case and the form of an apostrophe
/// do not count; Chinese characters and kana are units by themselves. Not safe for several threads.
/// </summary>
internal sealed class PhraseWords
{
    private const int LongestFolded = 64;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>The units of a text, in order.</summary>
    internal List<PhraseUnit> Split(string text)
    {
        var units = new List<PhraseUnit>(text.Length / 5);
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            if (end > start)
            {
                units.Add(new PhraseUnit(IdOf(text.AsSpan(start, end - start)), start, end));
            }

            start = Math.Max(end, start + 1);
        }

        return units;
    }

    // The place itself where nothing begins there that counts.
    private static int EndOf(string text, int start)
    {
        if (char.IsSurrogatePair(text, start))
        {
            return Rune.IsLetterOrDigit(Rune.GetRuneAt(text, start)) ? start + 2 : start;
        }

        if (Terms.IsWide(text[start]))
        {
            return char.IsLetter(text[start]) ? start + 1 : start;
        }

        var end = start;
        while (end < text.Length && (IsOfWord(text[end]) || (end > start && JoinsWords(text, end))))
        {
            end++;
        }

        return end;
    }

    private static bool IsOfWord(char c) =>
        (char.IsLetterOrDigit(c) && !Terms.IsWide(c)) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // "don't" is one word; the quote mark behind a word is not of it. "Half-open" is two: a model writes such words both ways.
    private static bool JoinsWords(string text, int at) => text[at] is '\'' or '’' && at + 1 < text.Length && IsOfWord(text[at + 1]);

    private int IdOf(ReadOnlySpan<char> unit)
    {
        if (char.IsHighSurrogate(unit[0]) || Terms.IsWide(unit[0]))
        {
            Rune.DecodeFromUtf16(unit, out var character, out _);
            return -character.Value;
        }

        var folded = unit.Length > LongestFolded ? new char[unit.Length] : stackalloc char[unit.Length];
        unit.ToLowerInvariant(folded);
        folded.Replace('’', '\'');
        var words = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!words.TryGetValue(folded, out var id))
        {
            words[folded] = id = _ids.Count;
        }

        return id;
    }
}
