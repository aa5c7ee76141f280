using System.Runtime.InteropServices;

namespace RecurrentGpt.Repetition;

/// <summary>Where the fingerprints of a story's paragraphs stand: for each hash a chain of places, the latest first.</summary>
internal sealed class FingerprintTable
{
    private readonly Dictionary<uint, int> _latest = [];
    private readonly List<Place> _places = [];

    internal void Add(int paragraph, int[] units)
    {
        foreach (var (hash, at) in Winnowing.Pick(units))
        {
            var before = _latest.GetValueOrDefault(hash, -1);
            _latest[hash] = _places.Count;
            _places.Add(new Place(paragraph, at, before));
        }
    }

    /// <summary>The places of a hash, the latest first, no more than <paramref name="most"/>.</summary>
    internal IEnumerable<(int Paragraph, int At)> Find(uint hash, int most)
    {
        for (var next = _latest.GetValueOrDefault(hash, -1); next >= 0 && most > 0; next = _places[next].Before)
        {
            most--;
            yield return (_places[next].Paragraph, _places[next].At);
        }
    }

    internal void Clear()
    {
        _latest.Clear();
        _places.Clear();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Paragraph, int At, int Before);
}
