using RecurrentGpt.Memory;

namespace RecurrentGpt.Web.Storage.Search;

/// <summary>The small vectors of many stories, and which of them belong to which.</summary>
internal sealed class VectorCopy(string embeddingModel, int dimensions)
{
    private readonly CompactVectors _vectors = new(dimensions);
    private readonly List<(Guid StoryId, Guid StepId)> _places = [];
    private readonly Dictionary<Guid, List<int>> _rows = [];
    private readonly Dictionary<Guid, long> _changedAt = [];

    public bool Fits(string model, int length) => embeddingModel == model && _vectors.Dimensions == length;

    /// <summary>Whether it has a story as it was changed last.</summary>
    public bool IsOf(Guid storyId, long changedAt) => _changedAt.TryGetValue(storyId, out var known) && known == changedAt;

    /// <summary>Says that a story is whole.</summary>
    public void Note(Guid storyId, long changedAt) => _changedAt[storyId] = changedAt;

    public void Add(Guid storyId, Guid stepId, ReadOnlySpan<float> vector)
    {
        if (!_vectors.TryAdd(vector, out var row))
        {
            return;
        }

        if (row == _places.Count)
        {
            _places.Add(default);
        }

        _places[row] = (storyId, stepId);
        if (!_rows.TryGetValue(storyId, out var rows))
        {
            _rows[storyId] = rows = [];
        }

        rows.Add(row);
    }

    public void Remove(Guid storyId)
    {
        _changedAt.Remove(storyId);
        if (_rows.Remove(storyId, out var rows))
        {
            rows.ForEach(_vectors.Free);
        }
    }

    /// <summary>The steps that are nearest to a query, of those stories alone that are named.</summary>
    public IEnumerable<Guid> Nearest(ReadOnlySpan<float> query, int count, Dictionary<Guid, long> stories) =>
        _vectors.Nearest(query, count, row => stories.ContainsKey(_places[row].StoryId)).Select(near => _places[near.Row].StepId);
}
