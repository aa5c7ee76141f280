using RecurrentGpt.Memory;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>A use of an entry as a cell of the picture, counted from 0.</summary>
public sealed record RecallCell(int Column, int Row, RecallUse Use);

/// <summary>Where the uses of entries lie in a picture of a window of steps: a column for each step, a row for each entry that one of them recalled.</summary>
public sealed class RecallGrid
{
    /// <summary>Steps in the window; as many as are wide enough to be told apart.</summary>
    public const int Window = 80;

    private readonly double _least;
    private readonly double _most;

    private RecallGrid(int firstStep, int lastStep, IReadOnlyList<RecallUse> uses)
    {
        FirstStep = firstStep;
        LastStep = lastStep;
        Entries = [.. uses.Select(use => use.Entry).Distinct().Order()];
        var rows = Entries.Index().ToDictionary(row => row.Item, row => row.Index);
        var scores = uses.Where(use => use.Reason == RecallReason.Similar).Select(use => use.Score).OfType<double>().DefaultIfEmpty(0).ToList();
        (_least, _most) = (scores.Min(), scores.Max());
        Cells = [.. uses.Select(use => new RecallCell(use.Step - firstStep, rows[use.Entry], use))];
    }

    public int FirstStep { get; }

    public int LastStep { get; }

    public int Columns => LastStep - FirstStep + 1;

    /// <summary>The numbers of the entries, a row each.</summary>
    public IReadOnlyList<int> Entries { get; }

    /// <summary>In the order of the story.</summary>
    public IReadOnlyList<RecallCell> Cells { get; }

    /// <summary>How near an entry was to the plan among all in the window: 0 for the farthest to 1 for the nearest.</summary>
    public double Strength(RecallUse use) => use.Score is { } score && _most > _least ? Math.Clamp((score - _least) / (_most - _least), 0, 1) : 1;

    /// <summary>The picture of the window that ends with a step.</summary>
    public static RecallGrid Of(IReadOnlyList<RecallUse> uses, int lastStep)
    {
        var firstStep = Math.Max(1, lastStep - Window + 1);
        return new RecallGrid(firstStep, lastStep, [.. uses.Where(use => use.Step >= firstStep && use.Step <= lastStep)]);
    }
}
