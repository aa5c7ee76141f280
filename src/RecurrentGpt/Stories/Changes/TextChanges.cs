namespace RecurrentGpt.Stories.Changes;

/// <summary>
/// The differences of two texts, each of which can be taken or left: by words with the spaces between them, or by characters where words have no spaces.
/// Put together, the runs are both texts, to the last code unit.
/// </summary>
public sealed class TextChanges
{
    private TextChanges(IReadOnlyList<TextRun> runs, long work)
    {
        Runs = runs;
        Hunks = runs.Count(run => run.Hunk is not null);
        Work = work;
    }

    /// <summary>All of both texts, in order.</summary>
    public IReadOnlyList<TextRun> Runs { get; }

    /// <summary>How many differences there are; they are numbered from 0, in order.</summary>
    public int Hunks { get; }

    /// <summary>How many units were looked at: it grows as the texts do, and not as their product.</summary>
    public long Work { get; }

    /// <summary>Compares two texts.</summary>
    public static TextChanges Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (left, right) = (new TextUnits(before), new TextUnits(after));
        var common = CommonUnits.Between(left.Texts, right.Texts);
        var hunks = Hunk.Readable(Hunk.Of(common.Pairs, left.Count, right.Count), left, right);
        return new TextChanges(ToRuns(hunks, left, right), common.Work);
    }

    /// <summary>The text with some of the differences taken and the others left: with all of them the later text, with none the earlier one.</summary>
    public string Apply(IReadOnlyCollection<int> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        return string.Concat(Runs.Select(run => run.Hunk is { } hunk && taken.Contains(hunk) ? run.After : run.Before));
    }

    private static List<TextRun> ToRuns(IReadOnlyList<Hunk> hunks, TextUnits left, TextUnits right)
    {
        var runs = new List<TextRun>();
        var (at, to) = (0, 0);
        foreach (var (number, hunk) in hunks.Index())
        {
            AddCommon(at, hunk.LeftStart);
            runs.Add(new TextRun(left.Between(hunk.LeftStart, hunk.LeftEnd), right.Between(hunk.RightStart, hunk.RightEnd), number));
            (at, to) = (hunk.LeftEnd, hunk.RightEnd);
        }

        AddCommon(at, left.Count);
        return runs;

        void AddCommon(int start, int end)
        {
            if (end > start)
            {
                runs.Add(new TextRun(left.Between(start, end), right.Between(to, to + end - start), null));
            }
        }
    }
}
