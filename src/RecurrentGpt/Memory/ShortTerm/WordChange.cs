using System.Text.RegularExpressions;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>A run of words of a reworded sentence.</summary>
/// <param name="Text">The words, with the spaces around them.</param>
/// <param name="IsChanged">Whether the other wording has them not.</param>
public sealed record WordRun(string Text, bool IsChanged);

/// <summary>What changed within a sentence that was reworded: by words, or by characters where words have no spaces.</summary>
/// <param name="Before">The earlier wording in runs; put together they are the sentence.</param>
/// <param name="After">The later wording in runs.</param>
public sealed partial record WordChange(IReadOnlyList<WordRun> Before, IReadOnlyList<WordRun> After)
{
    /// <summary>Compares two wordings.</summary>
    public static WordChange Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        string[] left = [.. Word().Matches(before).Select(match => match.Value)];
        string[] right = [.. Word().Matches(after).Select(match => match.Value)];
        var pairs = CommonSequence.Pairs(left, right);
        return new WordChange(Runs(left, [.. pairs.Select(pair => pair.Left)]), Runs(right, [.. pairs.Select(pair => pair.Right)]));
    }

    private static List<WordRun> Runs(string[] words, HashSet<int> common)
    {
        var runs = new List<WordRun>();
        for (var at = 0; at < words.Length; at++)
        {
            // A space between two changed words belongs to them, so that they are marked as one.
            var isChanged = !common.Contains(at) || (string.IsNullOrWhiteSpace(words[at]) && at > 0 && at + 1 < words.Length && !common.Contains(at - 1) && !common.Contains(at + 1));
            if (runs is [.., var last] && last.IsChanged == isChanged)
            {
                runs[^1] = last with { Text = last.Text + words[at] };
            }
            else
            {
                runs.Add(new WordRun(words[at], isChanged));
            }
        }

        return runs;
    }

    [GeneratedRegex(@"[\u3005-\u3007\u3040-\u312F\u31F0-\u31FF\u3400-\u9FFF\uF900-\uFAFF\uFF66-\uFF9D]|[\p{L}\p{M}\p{N}'’\-\u2010-[\u3005-\u3007\u3040-\u312F\u31F0-\u31FF\u3400-\u9FFF\uF900-\uFAFF\uFF66-\uFF9D]]+|\s+|.", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
