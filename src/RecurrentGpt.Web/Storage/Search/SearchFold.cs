using System.Globalization;
using System.Text;

namespace RecurrentGpt.Web.Storage.Search;

internal enum FoldKind
{
    /// <summary>It stands between words.</summary>
    None,

    /// <summary>A letter or digit of a word.</summary>
    Part,

    /// <summary>A sign on the letter before it, such as an accent.</summary>
    Sign,

    /// <summary>A word by itself.</summary>
    Alone,
}

/// <summary>A character as it is searched for: without case, accents and the shapes that only look different.</summary>
internal sealed record SearchFold(FoldKind Kind, string Text)
{
    private const int Remembered = 0x3000;

    // Where words are written without spaces: radicals and Han, kana, bopomofo, hangul; Thai, Lao, Burmese, Khmer; the half-wide forms.
    private static readonly (int First, int Last)[] Unspaced =
    [
        (0x0E00, 0x0EFF), (0x1000, 0x11FF), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x312F), (0x3130, 0x318F), (0x31A0, 0x31FF),
        (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF66, 0xFFDC), (0x1B000, 0x1B16F), (0x20000, 0x3FFFF),
    ];

    private static readonly SearchFold?[] Known = new SearchFold?[Remembered];

    public static SearchFold None { get; } = new(FoldKind.None, "");

    public static SearchFold Of(Rune rune) => rune.Value < Remembered ? Known[rune.Value] ??= Make(rune) : Make(rune);

    private static SearchFold Make(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => new(FoldKind.Sign, ""),
        UnicodeCategory.SpacingCombiningMark => new(FoldKind.Sign, rune.ToString()),
        _ when !IsOfWord(rune) => None,
        _ when IsUnspaced(rune) => new(FoldKind.Alone, rune.ToString().Normalize(NormalizationForm.FormKC)),
        _ => OfLetter(rune),
    };

    private static SearchFold OfLetter(Rune rune)
    {
        var parts = rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(IsOfWord);

        // Up and down again: a last sigma has the same great letter as any other.
        var folded = string.Concat(parts.Select(part => Rune.ToLowerInvariant(Rune.ToUpperInvariant(part)).ToString()));
        return folded.Length > 0 ? new(FoldKind.Part, folded) : None;
    }

    private static bool IsOfWord(Rune rune) => Rune.GetUnicodeCategory(rune)
        is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsUnspaced(Rune rune) => rune.Value >= Unspaced[0].First && Array.Exists(Unspaced, range => rune.Value >= range.First && rune.Value <= range.Last);
}
