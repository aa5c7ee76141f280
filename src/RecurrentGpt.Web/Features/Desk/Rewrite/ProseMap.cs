using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Features.Desk.Rewrite;

/// <summary>
/// Leads from a place in a paragraph as it is shown back to its source. It is made by the very writer that draws the paragraph, when something is marked: markup that
/// carried its own places would cost every page.
/// </summary>
internal sealed class ProseMap
{
    private readonly string _source;
    private readonly IReadOnlyList<ProsePiece> _pieces;
    private readonly int[] _starts;

    private ProseMap(string source, IReadOnlyList<ProsePiece> pieces)
    {
        _source = source;
        _pieces = pieces;
        _starts = new int[pieces.Count + 1];
        for (var i = 0; i < pieces.Count; i++)
        {
            _starts[i + 1] = _starts[i] + pieces[i].Text.Length;
        }

        Shown = string.Concat(pieces.Select(piece => piece.Text));
    }

    /// <summary>All text that is shown, with nothing between lines and blocks, as a browser counts it.</summary>
    public string Shown { get; }

    public static ProseMap Of(string source) => new(source, ProseMarkup.PiecesOf(source));

    /// <summary>The source of a selection: whole words, and whole emphases, links, quotes and list items where it crosses an edge of one.</summary>
    /// <param name="start">Where it begins in <see cref="Shown"/>.</param>
    /// <param name="end">Behind it.</param>
    /// <param name="first">What the browser says it begins with; what begins otherwise here is not mapped.</param>
    /// <param name="last">What the browser says it ends with.</param>
    public (int Start, int Length)? Find(int start, int end, string first, string last)
    {
        if (start < 0 || end > Shown.Length || start >= end)
        {
            return null;
        }

        var marked = Shown.AsSpan(start, end - start);
        if (!marked.StartsWith(first, StringComparison.Ordinal) || !marked.EndsWith(last, StringComparison.Ordinal) || marked.IsWhiteSpace())
        {
            return null;
        }

        start += marked.Length - marked.TrimStart().Length;
        end -= marked.Length - marked.TrimEnd().Length;
        while (JoinsWord(start))
        {
            start--;
        }

        while (JoinsWord(end))
        {
            end++;
        }

        return ToSource(start, end);
    }

    private (int Start, int Length)? ToSource(int start, int end)
    {
        var (first, last) = (PieceAt(start), PieceAt(end - 1));
        var (from, to) = (SourceStart(first, start - _starts[first]), SourceEnd(last, end - _starts[last]));
        var (left, right) = (_pieces[first].Within, _pieces[last].Within);
        var common = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        from = left.Count > common ? Math.Min(from, left[common].Start) : from;
        to = right.Count > common ? Math.Max(to, right[common].End + 1) : to;
        return from < to && to <= _source.Length ? (from, to - from) : null;
    }

    private int SourceStart(int piece, int offset) => _pieces[piece] is var at && offset > 0 && IsLetterForLetter(at) ? at.End - at.Text.Length + offset : at.Start;

    private int SourceEnd(int piece, int offset) => _pieces[piece] is var at && offset < at.Text.Length && IsLetterForLetter(at) ? at.End - at.Text.Length + offset : at.End;

    // An escape stands before the text that it is for; an entity is one sign that is written as several.
    private bool IsLetterForLetter(ProsePiece piece) => _source.AsSpan(piece.Start, piece.End - piece.Start).EndsWith(piece.Text, StringComparison.Ordinal);

    private int PieceAt(int place)
    {
        var found = Array.BinarySearch(_starts, place);
        found = found >= 0 ? found : ~found - 1;
        while (_pieces[found].Text.Length == 0)
        {
            found++;
        }

        return found;
    }

    // Whether a place lies inside a word, or inside one character.
    private bool JoinsWord(int place)
    {
        if (place <= 0 || place >= Shown.Length || (_pieces[PieceAt(place)].IsAfterBreak && _starts[PieceAt(place)] == place))
        {
            return false;
        }

        var (before, behind) = (Shown[place - 1], Shown[place]);
        return char.IsLowSurrogate(behind) || (IsOfWord(before) && IsOfWord(behind));
    }

    private static bool IsOfWord(char c) => (char.IsLetterOrDigit(c) && c is not ((>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF'))) || c == '’';
}
