using System.Globalization;
using RecurrentGpt.Memory;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>The entries that a search finds, in the order that was asked for, page by page.</summary>
public sealed class BenchList
{
    public const int PageSize = 50;

    private readonly IReadOnlyList<WeighedEntry> _found;

    private BenchList(IReadOnlyList<WeighedEntry> found, int page)
    {
        _found = found;
        Page = Math.Clamp(page, 0, LastPage);
    }

    public static BenchList Empty { get; } = new([], 0);

    public int Count => _found.Count;

    public int Page { get; }

    public int LastPage => Math.Max(0, (_found.Count - 1) / PageSize);

    /// <summary>The places of the shown entries among those found, from 1.</summary>
    public (int First, int Last) Range => ((Page * PageSize) + 1, Math.Min((Page + 1) * PageSize, Count));

    public IEnumerable<WeighedEntry> Shown => _found.Skip(Page * PageSize).Take(PageSize);

    /// <param name="search">Words that an entry must all have, anywhere in its text; a number also finds the entry of that number.</param>
    /// <param name="keep">An entry that stays although its words have changed.</param>
    public static BenchList Of(IReadOnlyList<WeighedEntry> entries, string search, BenchOrder order, int page, Guid? keep = null)
    {
        var words = search.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = entries.Where(weighed => weighed.Entry.StepId == keep || words.All(word => Has(weighed.Entry, word)));

        return new BenchList(order == BenchOrder.Score ? [.. found.OrderByDescending(weighed => weighed.Score ?? double.MinValue)] : [.. found], page);
    }

    private static bool Has(MemoryEntry entry, string word) =>
        entry.Text.Contains(word, StringComparison.CurrentCultureIgnoreCase) || entry.Number.ToString(CultureInfo.InvariantCulture) == word;
}
