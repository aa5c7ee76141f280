using Markdig.Syntax;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>Cuts the texts of a paragraph's markup at the edges of marks, in the order in which they are written. Each drawing takes a new one.</summary>
/// <param name="source">The paragraph.</param>
/// <param name="marks">In order, none within another.</param>
/// <param name="ends">The text, counted from 0, with which each mark ends.</param>
internal sealed class MarkCutter(string source, IReadOnlyList<ProseMark> marks, IReadOnlyDictionary<ProseMark, int> ends)
{
    private int _piece = -1;

    /// <summary>The text with which each mark ends: behind it stands the sign.</summary>
    public static IReadOnlyDictionary<ProseMark, int> EndsOf(IReadOnlyList<ProseMark> marks, IReadOnlyList<ProsePiece> pieces)
    {
        var ends = new Dictionary<ProseMark, int>();
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            foreach (var mark in marks.Where(mark => mark.Start < pieces[piece].End && pieces[piece].Start < mark.End))
            {
                ends[mark] = piece;
            }
        }

        return ends;
    }

    public IEnumerable<(string Text, ProseMark? Mark, bool IsEnd)> Cut(string text, SourceSpan span)
    {
        _piece++;
        var at = 0;
        foreach (var mark in marks.Where(mark => mark.Start <= span.End && span.Start < mark.End))
        {
            var (start, end) = Within(text, span, mark);
            if (start > at)
            {
                yield return (text[at..start], null, false);
            }

            at = Math.Max(at, end);
            yield return (text[Math.Min(start, at)..at], mark, ends.GetValueOrDefault(mark, -1) == _piece);
        }

        if (at < text.Length)
        {
            yield return (text[at..], null, false);
        }
    }

    // What is shown otherwise than it is written, such as an entity, is marked as a whole.
    private (int Start, int End) Within(string text, SourceSpan span, ProseMark mark)
    {
        var first = span.End + 1 - text.Length;
        return source.AsSpan(span.Start, span.Length).EndsWith(text, StringComparison.Ordinal)
            ? (Math.Clamp(mark.Start - first, 0, text.Length), Math.Clamp(mark.End - first, 0, text.Length))
            : (0, text.Length);
    }
}
