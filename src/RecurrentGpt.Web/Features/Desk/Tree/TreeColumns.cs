namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>
/// Gives each branch a column so that no line crosses another: of the branches that leave one, the lowest gets the nearest column, and each stands to the right of
/// all that was placed beside it before.
/// </summary>
internal static class TreeColumns
{
    /// <param name="rows">The rows of each branch, in the order of their making.</param>
    /// <param name="parents">The branch that each one leaves; -1 for one that leaves none.</param>
    public static int[] Of(IReadOnlyList<BranchRows> rows, IReadOnlyList<int> parents)
    {
        var leaving = Enumerable.Range(0, rows.Count).ToLookup(branch => parents[branch]);
        var columns = new int[rows.Count];
        var taken = new int[rows.Count == 0 ? 0 : rows.Max(branch => branch.Last) + 1]; // columns taken in each row, counted from the left
        var next = new Stack<int>(leaving[-1].Reverse());
        while (next.TryPop(out var branch))
        {
            var (from, last) = (rows[branch].Fork, rows[branch].Last);
            columns[branch] = taken.AsSpan(from, last - from + 1).ToArray().Max();
            taken.AsSpan(from, last - from + 1).Fill(columns[branch] + 1);
            foreach (var child in leaving[branch].OrderBy(child => rows[child].Fork).ThenByDescending(child => child))
            {
                next.Push(child);
            }
        }

        return columns;
    }
}

/// <summary>Rows that a branch needs for itself.</summary>
/// <param name="Fork">The row of the step that it leaves from; for one that leaves none, its own first row.</param>
/// <param name="Last">The row of its tip.</param>
internal sealed record BranchRows(int Fork, int Last);
