namespace RecurrentGpt.Stories;

/// <summary>
/// The quotes of a line that stand open: whether a mark that looks the same at both ends, or that opens in one language and closes in another, closes here.
/// </summary>
internal sealed class OpenMarks
{
    private const string Even = "\"*_＂";

    private int _even;
    private bool _low;
    private bool _outward;
    private bool _inward;

    internal void Clear()
    {
        _even = 0;
        _low = _outward = _inward = false;
    }

    /// <summary>Takes notice of a character.</summary>
    internal void Pass(string text, int at)
    {
        // Two or three asterisks are one mark.
        if (Even.IndexOf(text[at], StringComparison.Ordinal) is var mark and >= 0 && (at == 0 || text[at - 1] != text[at]))
        {
            _even ^= 1 << mark;
        }

        _low = text[at] == '„' || (_low && text[at] is not ('“' or '”'));
        (_outward, _inward) = text[at] switch
        {
            '«' => (!_inward, false),
            '»' => (false, !_outward),
            _ => (_outward, _inward),
        };
    }

    /// <summary>Whether a mark closes what was opened on its line.</summary>
    internal bool Closes(char c) => c switch
    {
        '“' => _low,
        '«' => _inward,
        '»' => _outward,
        _ => Even.IndexOf(c, StringComparison.Ordinal) is var mark and >= 0 && (_even & (1 << mark)) != 0,
    };
}
