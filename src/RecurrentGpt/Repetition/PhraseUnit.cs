using System.Runtime.InteropServices;

namespace RecurrentGpt.Repetition;

/// <summary>What shared phrases are counted in: a word, or one character of a script without spaces.</summary>
/// <param name="Id">The same for units that read the same, whatever their case; below zero for a character.</param>
/// <param name="Start">Its first UTF-16 code unit in the text.</param>
/// <param name="End">Behind its last one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseUnit(int Id, int Start, int End)
{
    /// <summary>
    /// From this weight on a shared run counts: eight words, or twelve Chinese characters. What a story says again and again, such as names, dialogue tags, chapter lines
    /// and short refrains, stays below.
    /// </summary>
    internal const int Enough = 24;

    /// <summary>Fewest units that can have <see cref="Enough"/> weight.</summary>
    internal const int Fewest = Enough / OfWord;

    private const int OfWord = 3;
    private const int OfCharacter = 2;

    /// <summary>How much it counts: two words say as much as three characters.</summary>
    internal static int WeightOf(int id) => id < 0 ? OfCharacter : OfWord;

    /// <summary>How much some of them count together.</summary>
    internal static int WeightOf(ReadOnlySpan<int> ids)
    {
        var weight = 0;
        foreach (var id in ids)
        {
            weight += WeightOf(id);
        }

        return weight;
    }
}
