namespace RecurrentGpt.Lookahead;

/// <summary>The steps that are written ahead now, by story, and how many were begun of each desk. Safe to use from several threads.</summary>
internal sealed class AheadShelf
{
    // A desk is looked at again soon or not at all; counts of older ones are forgotten.
    private const int MostCounted = 64;

    // Those of the desk that is looked at, and of a few that may be come back to.
    private const int Most = 12;

    private readonly Lock _gate = new();
    private readonly List<AheadStep> _steps = [];
    private readonly LinkedList<(Guid HeadId, int Begun)> _counts = [];

    internal IReadOnlyList<AheadStep> Of(Guid storyId)
    {
        lock (_gate)
        {
            return [.. _steps.Where(step => step.Request.StoryId == storyId)];
        }
    }

    internal IReadOnlyList<AheadStep> All()
    {
        lock (_gate)
        {
            return [.. _steps];
        }
    }

    /// <returns>The oldest, which there is no more room for; null while there is.</returns>
    internal AheadStep? Add(AheadStep step)
    {
        lock (_gate)
        {
            _steps.Add(step);
            return _steps.Count > Most ? _steps[0] : null;
        }
    }

    internal void Remove(AheadStep step)
    {
        lock (_gate)
        {
            _steps.Remove(step);
        }
    }

    /// <summary>Counts one more step of a desk; false, and not counted, when it would be one too many.</summary>
    internal bool TryCount(Guid headId, int most)
    {
        lock (_gate)
        {
            var (_, begun) = _counts.FirstOrDefault(count => count.HeadId == headId);
            if (begun >= most)
            {
                return false;
            }

            _counts.Remove((headId, begun));
            _counts.AddFirst((headId, begun + 1));
            if (_counts.Count > MostCounted)
            {
                _counts.RemoveLast();
            }

            return true;
        }
    }
}
