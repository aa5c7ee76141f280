namespace RecurrentGpt.Benchmarks.Vectors;

/// <summary>A search that ours and the peers do alike: the entries nearest to each of the plans in turn.</summary>
internal sealed class SameSearch
{
    private readonly RememberedStory _story;

    public SameSearch(RandomVectors vectors, RandomVectors queries, int count)
    {
        Vectors = vectors;
        Queries = queries;
        Count = count;
        _story = new RememberedStory(vectors);
        Found = [.. Plans.Select(Nearest)];
    }

    public RandomVectors Vectors { get; }

    public RandomVectors Queries { get; }

    public int Count { get; }

    /// <summary>What ours finds for each plan.</summary>
    public int[][] Found { get; }

    public IEnumerable<ReadOnlyMemory<float>> Plans => Enumerable.Range(0, Queries.Rows).Select(query => Queries[query]);

    public Func<Task> OfOurs() => Of(Nearest);

    /// <summary>A round is one search, for another plan than the round before.</summary>
    public Func<Task> Of(Func<ReadOnlyMemory<float>, int[]> nearest)
    {
        var round = 0;
        return () =>
        {
            _ = nearest(Queries[round++ % Queries.Rows]);
            return Task.CompletedTask;
        };
    }

    private int[] Nearest(ReadOnlyMemory<float> plan) => _story.Nearest(plan, Count);
}
