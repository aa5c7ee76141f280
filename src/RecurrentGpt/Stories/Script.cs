using System.Globalization;
using System.Text;

namespace RecurrentGpt.Stories;

/// <summary>Which characters are written without spaces between words, so that they are counted and compared one by one.</summary>
internal static class Script
{
    /// <summary>Whether a character is Chinese or Japanese: Han, kana of either width, or one of the signs that are written among them.</summary>
    internal static bool IsUnspaced(char c) => c is (>= '\u3005' and <= '\u3007') or (>= '\u3040' and <= '\u312F') or (>= '\u31F0' and <= '\u31FF')
        or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFF9D');

    /// <summary>Whether a character is counted by itself, as word processors for Chinese and Japanese count; marks and the dot between names are not.</summary>
    internal static bool IsCounted(Rune rune) => rune.IsBmp
        ? IsUnspaced((char)rune.Value) && (rune.Value == '〇' || Rune.IsLetter(rune))
        : rune.Value is >= 0x20000 and <= 0x323AF;

    /// <summary>Whether a character is hiragana, which in Japanese holds a sentence together more than it tells.</summary>
    internal static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F';

    /// <summary>Whether a character is kana of either kind, which only Japanese has.</summary>
    internal static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FF' and not '・' || c is >= '\uFF66' and <= '\uFF9D';

    /// <summary>Whether a letter is of a script that parts no words and has no stops: Thai, Lao, Burmese, Khmer.</summary>
    internal static bool IsRunOn(Rune rune) => rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF);

    /// <summary>Whether a mark belongs to the letter before it.</summary>
    internal static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
