using System.Text;

namespace RecurrentGpt.Replies;

/// <summary>One section that is being written: a paragraph shows as it grows, anything else when it closes.</summary>
internal sealed class SectionStream(Section section, bool isPlanList)
{
    private readonly bool _isProse = section is Section.Paragraph or Section.Paragraph1 or Section.Paragraph2 or Section.Paragraph3;
    private readonly StringBuilder _held = new();
    private bool _hasText;
    private bool _isAtLineStart = true;

    /// <summary>Takes a line, a part of one, or a line break.</summary>
    internal void Add(ReadOnlySpan<char> text, List<ReplyPiece> pieces)
    {
        _held.Append(text);
        var isRule = _isAtLineStart && SectionText.IsRule(text);
        _isAtLineStart = text is [.., '\n'];
        if (!_isProse || isRule || text.IsWhiteSpace())
        {
            return;
        }

        // What may turn out to be the end of the section is held: space, and rules with nothing behind them.
        var shown = _held.ToString();
        var length = shown.AsSpan().TrimEnd().Length;
        _held.Clear().Append(shown.AsSpan(length));
        Show(shown.AsSpan(0, length), pieces);
    }

    /// <summary>Ends the section.</summary>
    internal void Close(List<ReplyPiece> pieces)
    {
        if (_isProse)
        {
            return;
        }

        var text = _held.ToString();
        if (isPlanList)
        {
            pieces.AddRange(PlanList.Split(text).Take(3).Select((plan, i) => new SectionPiece(section + i, plan)));
        }
        else if (SectionText.Of(text) is { Length: > 0 } body)
        {
            pieces.Add(new SectionPiece(section, body));
        }
    }

    private void Show(ReadOnlySpan<char> text, List<ReplyPiece> pieces)
    {
        var even = SectionText.Even(_hasText ? text : WithoutLeadingRules(text));
        if (even.Length > 0)
        {
            pieces.Add(new ProsePiece(section, even));
            _hasText = true;
        }
    }

    private static ReadOnlySpan<char> WithoutLeadingRules(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart();
        for (var end = rest.IndexOf('\n'); end >= 0 && SectionText.IsRule(rest[..end]); end = rest.IndexOf('\n'))
        {
            rest = rest[end..].TrimStart();
        }

        return rest;
    }
}
