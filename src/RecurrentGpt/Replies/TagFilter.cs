using System.Buffers;
using System.Text;

namespace RecurrentGpt.Replies;

/// <summary>
/// Takes off what a model or its server leaves around a reply: reasoning blocks, chat tokens, byte order marks, carriage returns.
/// It works in pieces, so that the whole text and the stream are cleaned by the same rules; it holds back only what may be the start of a token.
/// </summary>
internal sealed class TagFilter
{
    private static readonly SearchValues<char> Watched = SearchValues.Create("<[\r\uFEFF\u200B\0");
    private readonly StringBuilder _clean = new();
    private string _held = "";
    private string? _closing;
    private bool _sawThinking;
    private bool _hasText;
    private bool _ended;

    /// <summary>Whether a closing mark without an opening one came: all text before it was reasoning. Set for the last call alone.</summary>
    internal bool Restarted { get; private set; }

    internal string Add(string chunk) => Read(chunk, isLast: false);

    internal string End() => Read("", isLast: true);

    private string Read(string chunk, bool isLast)
    {
        var text = _held + chunk;
        _held = "";
        _clean.Clear();
        Restarted = false;
        var at = 0;
        while (at < text.Length && !_ended)
        {
            at = _closing is not null ? SkipThinking(text, at) : TakeText(text, at, isLast);
        }

        return _clean.ToString();
    }

    private int SkipThinking(string text, int at)
    {
        var end = text.IndexOf(_closing!, at, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            _held = text[Math.Max(at, text.Length - _closing!.Length + 1)..];
            return text.Length;
        }

        at = end + _closing!.Length;
        _closing = null;
        return at;
    }

    private int TakeText(string text, int at, bool isLast)
    {
        var length = text.AsSpan(at).IndexOfAny(Watched);
        var to = length < 0 ? text.Length : at + length;
        Keep(text.AsSpan(at, to - at));
        return to == text.Length ? to : text[to] switch
        {
            '\r' => TakeReturn(text, to, isLast),
            '<' or '[' => TakeToken(text, to, isLast),
            _ => to + 1,
        };
    }

    private int TakeReturn(string text, int at, bool isLast)
    {
        if (at + 1 == text.Length && !isLast)
        {
            _held = text[at..];
            return text.Length;
        }

        _clean.Append('\n');
        return at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private int TakeToken(string text, int at, bool isLast)
    {
        var rest = text.AsSpan(at);
        if (!isLast && ModelTokens.MayBegin(rest))
        {
            _held = text[at..];
            return text.Length;
        }

        if (ModelTokens.At(rest) is not { } token)
        {
            Keep(rest[..1]);
            return at + 1;
        }

        Obey(token);
        return at + token.Text.Length;
    }

    private void Obey(ModelToken token)
    {
        switch (token.Kind)
        {
            case ModelTokenKind.Thinking:
                _closing = token.Closing;
                _sawThinking = true;
                break;
            case ModelTokenKind.AfterThinking when !_sawThinking:
                _clean.Clear();
                _hasText = false;
                _sawThinking = true;
                Restarted = true;
                break;
            case ModelTokenKind.EndOfTurn:
                _ended = _hasText;
                break;
        }
    }

    private void Keep(ReadOnlySpan<char> text)
    {
        _clean.Append(text);
        _hasText |= !text.IsWhiteSpace();
    }
}
