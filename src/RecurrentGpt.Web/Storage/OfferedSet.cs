namespace RecurrentGpt.Web.Storage;

/// <summary>Which plans stood before whoever chose: others may have been asked for since, and older sets are kept.</summary>
internal static class OfferedSet
{
    /// <summary>The newest set that the followed plan comes from; the newest of all when it comes from none. In the order of their numbers.</summary>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> plans, Func<T, (int Set, int Number)> place, Func<T, bool> isFollowed)
    {
        var sets = plans.GroupBy(plan => place(plan).Set).OrderByDescending(set => set.Key).Select(set => set.OrderBy(plan => place(plan).Number).ToList()).ToList();
        return sets.Find(set => set.Exists(plan => isFollowed(plan))) ?? sets.FirstOrDefault() ?? [];
    }
}
