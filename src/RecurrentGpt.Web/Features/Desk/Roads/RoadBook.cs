using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Roads;

/// <summary>All roads of a story, in the order of a search for nothing.</summary>
public sealed class RoadBook(IReadOnlyList<Road> roads)
{
    /// <summary>How many roads are shown at a time.</summary>
    public const int PageSize = 20;

    // A text that has only the commonest of the words is no answer.
    private const double Near = 0.3;

    private readonly string[] _texts = [.. roads.Select(road => road.Text)];

    public int Count => roads.Count;

    /// <summary>The roads that some of these words are found in, the nearest first; all of them for no words.</summary>
    public IReadOnlyList<Road> Find(string wanted)
    {
        if (string.IsNullOrWhiteSpace(wanted))
        {
            return roads;
        }

        var nearness = NearestByWords.Of(_texts, wanted);
        return [.. roads.Zip(nearness).Where(road => road.Second > Near).OrderByDescending(road => road.Second).Select(road => road.First)];
    }
}
