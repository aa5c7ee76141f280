using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Comparison;

/// <summary>How two paragraphs on one place of two branches stand to each other.</summary>
public enum Alikeness
{
    /// <summary>Letter for letter the same.</summary>
    Same,

    /// <summary>One in other words: what differs can be marked word by word.</summary>
    Alike,

    /// <summary>Two paragraphs that say different things.</summary>
    Different,
}

/// <summary>What differs between two paragraphs.</summary>
/// <param name="Alikeness">How they stand to each other.</param>
/// <param name="Words">The words that differ, for paragraphs that are alike; null otherwise.</param>
public sealed record ParagraphDifference(Alikeness Alikeness, WordChange? Words)
{
    /// <summary>The longest paragraph, in UTF-16 code units, that is compared word by word: about 2,000 words. Beyond it nobody reads marks, and the time grows with the square.</summary>
    public const int MostCharacters = 12_000;

    private const double LeastInCommon = 0.5;

    /// <summary>Compares two paragraphs.</summary>
    public static ParagraphDifference Between(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return new ParagraphDifference(Alikeness.Same, null);
        }

        // Two scenes with the same people share many words, but not in the same order.
        var words = Math.Max(left.Length, right.Length) <= MostCharacters && new Wording(left).Likeness(new Wording(right)) >= Wording.MostlyTheSame
            ? WordChange.Between(left, right)
            : null;

        return words is not null && InCommon(words) >= LeastInCommon
            ? new ParagraphDifference(Alikeness.Alike, words)
            : new ParagraphDifference(Alikeness.Different, null);
    }

    private static double InCommon(WordChange words)
    {
        var all = words.Before.Concat(words.After).Sum(run => run.Text.Length);
        return (double)words.Before.Concat(words.After).Where(run => !run.IsChanged).Sum(run => run.Text.Length) / all;
    }
}
