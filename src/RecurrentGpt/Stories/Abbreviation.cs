using System.Buffers;

namespace RecurrentGpt.Stories;

/// <summary>Whether a full stop belongs to the word before it: "Mr. Vane" and "J. R. Hale" are one sentence.</summary>
internal static class Abbreviation
{
    private static readonly SearchValues<char> BeforeWord = SearchValues.Create(" \n\u00A0“„«(");

    /// <param name="text">The text.</param>
    /// <param name="from">Where the sentence begins.</param>
    /// <param name="stop">The full stop, with a space behind it.</param>
    internal static bool Ends(string text, int from, int stop)
    {
        if (text[stop] != '.' || stop + 1 >= text.Length || text[stop + 1] is not (' ' or '\u00A0'))
        {
            return false;
        }

        var before = text.AsSpan(from, stop - from);
        var word = before[(before.LastIndexOfAny(BeforeWord) + 1)..];
        return word is "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "Prof" or "Capt" or "Lt" or "Sgt" or "Jr" or "Sr" or "Sra" or "Mme" or "Mlle" or "Hr" or "Fr" or "vs" or "etc"
            || (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I')
            || (word.Contains('.') && stop + 2 < text.Length && char.IsLower(text[stop + 2]));
    }
}
