using System.Text;

namespace RecurrentGpt.Stories;

/// <summary>Counts the words of a text, a character at a time.</summary>
internal static class WordCount
{
    // Thai, Lao, Burmese and Khmer part no words; theirs have about four letters, not counting the marks above and below.
    private const int LettersOfRunOn = 4;

    internal static int Of(string text)
    {
        var (words, letters, inWord) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Script.IsCounted(rune))
            {
                (words, inWord) = (words + 1, false);
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                letters = !inWord || !Script.IsRunOn(rune) ? 0 : letters;
                words += inWord && (!Script.IsRunOn(rune) || ++letters % LettersOfRunOn != 0) ? 0 : 1;
                inWord = true;
            }
            else
            {
                inWord &= Script.IsMark(rune) || rune.Value is '\'' or '’' or '-';
            }
        }

        return words;
    }
}
