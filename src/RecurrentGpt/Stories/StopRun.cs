namespace RecurrentGpt.Stories;

/// <summary>Stops that stand together, with the quotes and brackets that close behind them: "！？", "…”", "。」".</summary>
internal sealed class StopRun
{
    private const int LongestNumber = 3;

    // A quotation goes on with these in Japanese and Chinese, unless a word of its own begins so.
    private static readonly string[] Particles = ["と", "って", "なんて", "などと", "を", "の", "が", "的"];
    private static readonly string[] NoParticles = ["ところ", "とにかく", "とうとう", "とても", "とき", "とつぜん", "とりあえず", "のち", "がん", "的确"];

    private readonly string _text;
    private readonly int _start;
    private readonly char _before;
    private bool _isWide;
    private bool _isPause = true;
    private bool _hasCloser;

    private StopRun(string text, int start)
    {
        (_text, _start, End) = (text, start, start);
        _before = start > 0 ? text[start - 1] : ' ';
    }

    /// <summary>Behind its last character.</summary>
    internal int End { get; private set; }

    private char Next => End < _text.Length ? _text[End] : '\n';

    internal static StopRun Read(string text, int at, OpenMarks open)
    {
        var run = new StopRun(text, at);
        while (run.End < text.Length && run.Takes(text[run.End], open))
        {
            open.Pass(text, run.End++);
        }

        return run;
    }

    /// <summary>Whether a sentence that began at <paramref name="from"/> ends with it.</summary>
    internal bool EndsSentence(int from)
    {
        if (Stops.IsLineEnd(Next))
        {
            return true;
        }

        if (IsListNumber(from) || IsInNumber() || GoesOn())
        {
            return false;
        }

        return IsWithoutSpaces()
            ? !_isPause || _hasCloser || char.IsWhiteSpace(Next)
            : char.IsWhiteSpace(Next) ? !Abbreviation.Ends(_text, from, _start) : Script.IsUnspaced(Next) && !_isPause;
    }

    private bool Takes(char c, OpenMarks open)
    {
        if (Stops.IsStop(c))
        {
            _isWide |= Stops.IsWide(c);
            _isPause &= Stops.IsPause(c) || (c == '.' && (End > _start || (End + 1 < _text.Length && _text[End + 1] == '.')));
            return true;
        }

        // In French a space stands before the closing mark.
        var isCloser = Stops.IsCloser(c) || open.Closes(c) || (_hasCloser && c == _text[End - 1]) || (Stops.MayClose(c) && IsCloserByPlace(c));
        var isSpace = c is ' ' or '\u00A0' or '\u202F' && End + 1 < _text.Length && _text[End + 1] == '»' && open.Closes('»');
        _hasCloser |= isCloser;
        return isCloser || isSpace;
    }

    // Where a space parts sentences, what touches the stop closes; where none does, it may open what comes next.
    private bool IsCloserByPlace(char c) => (!IsWithoutSpaces() && c is not ('“' or '«')) || End + 1 == _text.Length || char.IsWhiteSpace(_text[End + 1]) || Stops.IsWithinSentence(_text[End + 1]);

    private bool IsWithoutSpaces() => _isWide || (Script.IsUnspaced(_before) && !char.IsAsciiLetterLower(Next) && !char.IsAsciiDigit(Next));

    // "1. She left." is one sentence, and so is "1.她走了。"
    private bool IsListNumber(int from)
    {
        var number = _text.AsSpan(from, _start - from).Trim();
        return number.Length is > 0 and <= LongestNumber && number.IndexOfAnyExceptInRange('0', '9') < 0 && _text[_start] is '.' or '．' && !_hasCloser;
    }

    private bool IsInNumber() => _text[_start] == '．' && char.IsDigit(_before) && char.IsDigit(Next);

    private bool GoesOn() => Stops.IsWithinSentence(Next)
        || (_hasCloser && Begins(Particles) && !Begins(NoParticles))
        || IsSmallBehindSpace();

    private bool Begins(string[] words) => Array.Exists(words, word => _text.AsSpan(End).StartsWith(word));

    // “Why?” he asked. — Why? — she asked. It waited… and went.
    private bool IsSmallBehindSpace()
    {
        var at = End;
        var hasDash = false;
        while (at < _text.Length && ((char.IsWhiteSpace(_text[at]) && !Stops.IsLineEnd(_text[at])) || Stops.IsDash(_text[at])))
        {
            hasDash |= Stops.IsDash(_text[at]);
            at++;
        }

        return at > End && at < _text.Length && char.IsLower(_text[at]) && (hasDash || _hasCloser || _isPause);
    }
}
