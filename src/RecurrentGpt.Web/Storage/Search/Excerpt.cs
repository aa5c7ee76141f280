namespace RecurrentGpt.Web.Storage.Search;

/// <summary>A piece of an excerpt.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsHit">Whether it is what was searched for.</param>
public sealed record ExcerptPiece(string Text, bool IsHit);

/// <summary>A few lines of a text around the first place of what was searched for.</summary>
public static class Excerpt
{
    private const int Length = 240;
    private const int Before = 80;
    private const string Cut = "…";

    public static IReadOnlyList<ExcerptPiece> Of(string text, WordQuery query)
    {
        var words = SearchWords.In(text);
        var hits = Joined(query.Phrases.SelectMany(phrase => phrase.In(words)));
        var (start, end) = Window(text, words, hits.Count > 0 ? hits[0] : (0, 0));
        var pieces = new List<ExcerptPiece>();
        var at = start;
        foreach (var (first, last) in hits.Where(hit => hit.Start >= start && hit.End <= end))
        {
            Add(text[at..first], isHit: false);
            Add(text[first..last], isHit: true);
            at = last;
        }

        Add(text[at..end], isHit: false);
        return [.. Beginning(start), .. pieces, .. Ending(text, end)];

        void Add(string piece, bool isHit)
        {
            if (piece.Length > 0)
            {
                pieces.Add(new ExcerptPiece(piece, isHit));
            }
        }
    }

    // What lies upon each other is one mark.
    private static List<(int Start, int End)> Joined(IEnumerable<(int Start, int End)> places)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var place in places.Order())
        {
            if (joined is [.., var last] && place.Start < last.End)
            {
                joined[^1] = (last.Start, Math.Max(last.End, place.End));
            }
            else
            {
                joined.Add(place);
            }
        }

        return joined;
    }

    // From word to word, so that none is cut in two and no character either.
    private static (int Start, int End) Window(string text, IReadOnlyList<SearchWord> words, (int Start, int End) hit)
    {
        var start = hit.Start <= Before ? 0 : words.First(word => word.Start >= hit.Start - Before).Start;
        if (text.Length - start <= Length)
        {
            return (start, text.Length);
        }

        var end = words.LastOrDefault(word => word.Start >= start && word.End <= start + Length).End;
        return (start, Math.Max(end, hit.End));
    }

    private static IEnumerable<ExcerptPiece> Beginning(int start) => start > 0 ? [new ExcerptPiece(Cut, IsHit: false)] : [];

    private static IEnumerable<ExcerptPiece> Ending(string text, int end) => end < text.Length ? [new ExcerptPiece(Cut, IsHit: false)] : [];
}
