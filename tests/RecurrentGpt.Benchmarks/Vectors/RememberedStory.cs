using RecurrentGpt.Memory;

namespace RecurrentGpt.Benchmarks.Vectors;

/// <summary>Long-term memory of a story of one branch, whose entries have the given vectors; the step that it stands on has none, as while it is being indexed.</summary>
internal sealed class RememberedStory
{
    private const string Space = "bench";

    private readonly LongTermMemory _memory;
    private readonly Guid _headId;

    public RememberedStory(RandomVectors vectors)
    {
        var ids = Enumerable.Range(0, vectors.Rows + 1).Select(_ => Guid.CreateVersion7()).ToArray();
        _headId = ids[^1];
        _memory = new LongTermMemory(Space, Enumerable.Range(0, ids.Length).Select(at => new MemoryEntry
        {
            StepId = ids[at],
            ParentId = at > 0 ? ids[at - 1] : null,
            Number = at + 1,
            Text = "Mara counts one lamp too many.",
            Vector = at < vectors.Rows ? vectors[at] : null,
            EmbeddingModel = at < vectors.Rows ? Space : "",
        }).ToList());
    }

    /// <summary>The numbers of the entries nearest to a plan, from 0, the nearest first.</summary>
    public int[] Nearest(ReadOnlyMemory<float> plan, int count) => [.. _memory.Recall(_headId, plan, count).Entries.Select(entry => entry.Step - 1)];
}
