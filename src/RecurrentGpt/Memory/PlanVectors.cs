namespace RecurrentGpt.Memory;

/// <summary>
/// Embeddings of the plans that an author has looked at lately, by their exact text: what a plan would recall is paid for once, and the step
/// that follows the plan recalls the very same. Safe to use from several threads.
/// </summary>
public sealed class PlanVectors
{
    // Three plans and the author's own, in a few wordings each while they are typed.
    private const int Most = 32;

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Text, ReadOnlyMemory<float> Vector)> _latest = [];

    /// <summary>The vector of a plan; null when it was not looked at lately.</summary>
    public ReadOnlyMemory<float>? Find(string text)
    {
        lock (_gate)
        {
            for (var node = _latest.First; node is not null; node = node.Next)
            {
                if (node.Value.Text == text)
                {
                    return node.Value.Vector;
                }
            }

            return null;
        }
    }

    /// <summary>Keeps the vector of a plan, and lets the oldest go when there are more than 32.</summary>
    public void Remember(string text, ReadOnlyMemory<float> vector)
    {
        lock (_gate)
        {
            _latest.AddFirst((text, vector));
            if (_latest.Count > Most)
            {
                _latest.RemoveLast();
            }
        }
    }
}
