using System.Text;
using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>
/// Writes prose so that any reader of Markdown shows what the manuscript shows. The manuscript's own reader says what is markup and stays so; in the rest, the signs are
/// escaped with which other readers would begin HTML, code, images, attributes or notes. Ordinary prose stays as it is typed.
/// </summary>
internal sealed class MarkdownProse
{
    // Other readers give up on many that open no link.
    private const int MostBrackets = 50;

    private readonly StringBuilder _written = new();
    private readonly string _text;
    private readonly IReadOnlyList<ProsePiece> _pieces;
    private readonly int _lastBrace;
    private readonly bool _hasTicks;
    private readonly bool _escapesBrackets;

    private MarkdownProse(string text)
    {
        _text = text;
        _pieces = ProseMarkup.PiecesOf(text);
        _escapesBrackets = text.AsSpan().Count('[') > MostBrackets || _pieces.Any(piece => piece.IsSource && piece.End > piece.Start && text[piece.Start] is '[' or '!');
        _lastBrace = text.LastIndexOf('}');
        _hasTicks = text.IndexOf('`', StringComparison.Ordinal) != text.LastIndexOf('`');
    }

    public static string Of(string paragraph) => PlainProse.Is(paragraph) ? paragraph : Read(paragraph);

    /// <summary>The same for prose of which nothing is known.</summary>
    public static string Read(string paragraph) => new MarkdownProse(Indentation.Without(MarkdownPlain.Readable(paragraph))).Write();

    private string Write()
    {
        var at = 0;
        foreach (var piece in _pieces.Where(piece => piece.End > piece.Start))
        {
            _written.Append(_text, at, piece.Start - at);
            at = piece.End;
            if (piece.IsSource)
            {
                _written.AppendJoin('\n', MarkdownPlain.Lines(_text[piece.Start..piece.End]));
            }
            else
            {
                Write(piece);
            }
        }

        return _written.Append(_text, at, _text.Length - at).ToString();
    }

    private void Write(ProsePiece piece)
    {
        var begins = piece.IsAfterBreak && (MarkdownSigns.OpensDefinition(_text, piece.Start) || UnderlinesOrFences(piece.Start));
        _written.Append(begins ? "\\" : "");
        for (var i = piece.Start; i < piece.End; i++)
        {
            var isEscape = _text[i] == '\\' && i + 1 < piece.End;
            i += isEscape ? 1 : 0;
            _ = _text[i] == '{' && i < _lastBrace ? _written.Append(MarkdownSigns.Brace)
                : MarkdownSigns.OpensTag(_text, i) ? _written.Append(MarkdownSigns.Less)
                : isEscape || (IsSign(_text[i]) && (i > piece.Start || !begins)) ? _written.Append('\\').Append(_text[i])
                : _written.Append(_text[i]);
        }
    }

    private bool IsSign(char c) => (c == '`' && _hasTicks) || (c == '[' && _escapesBrackets);

    // A line of dashes would make a heading of the lines above it, and one that begins with three tildes would begin code.
    private bool UnderlinesOrFences(int start)
    {
        var end = _text.IndexOf('\n', start);
        var line = _text.AsSpan(start..(end < 0 ? _text.Length : end)).TrimEnd();
        return line.StartsWith("~~~") || (line.Length > 0 && line[0] is '=' or '-' && line.IndexOfAnyExcept(line[0]) < 0);
    }
}
