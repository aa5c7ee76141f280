using System.Globalization;
using System.Text;

namespace RecurrentGpt.Stories.Changes;

/// <summary>
/// A text in the units that are compared: words, runs of space, runs of a mark of emphasis, and single characters of scripts without spaces.
/// A unit never ends inside what a reader sees as one character, nor between the two halves of a line end.
/// </summary>
internal sealed class TextUnits
{
    private readonly string _text;
    private readonly List<int> _starts = [];

    internal TextUnits(string text)
    {
        _text = text;
        var texts = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(start);
            texts.Add(text[start..end]);
            _starts.Add(start);
            start = end;
        }

        _starts.Add(text.Length);
        Texts = texts;
    }

    private enum Kind
    {
        Alone,
        Word,
        Space,
        Mark,
    }

    internal IReadOnlyList<string> Texts { get; }

    internal int Count => Texts.Count;

    /// <summary>The text of a range of units.</summary>
    internal string Between(int start, int end) => _text[_starts[start].._starts[end]];

    /// <summary>How many code units a range of units takes.</summary>
    internal int Length(int start, int end) => _starts[end] - _starts[start];

    /// <summary>Whether a unit is a mark of emphasis.</summary>
    internal bool IsMark(int unit) => Texts[unit][0] is '*' or '_';

    private int EndOf(int start)
    {
        var kind = KindAt(start);
        var end = NextOf(start);
        while (kind != Kind.Alone && end < _text.Length && (GoesOn(kind, start, end) || (kind == Kind.Word && JoinsWords(end))))
        {
            end = NextOf(end);
        }

        return end;
    }

    private bool GoesOn(Kind kind, int start, int at) => KindAt(at) == kind && (kind != Kind.Mark || _text[at] == _text[start]);

    // "don't" and "half-open" are words; the quote mark behind one is not of it.
    private bool JoinsWords(int at) => _text[at] is '\'' or '’' or '-' && at + 1 < _text.Length && KindAt(at + 1) == Kind.Word;

    private int NextOf(int at) => at + StringInfo.GetNextTextElementLength(_text.AsSpan(at));

    private Kind KindAt(int at)
    {
        if (Rune.DecodeFromUtf16(_text.AsSpan(at), out var rune, out _) != System.Buffers.OperationStatus.Done || IsWithoutSpaces(rune.Value))
        {
            return Kind.Alone;
        }

        return rune.Value is '*' or '_' ? Kind.Mark
            : Rune.IsWhiteSpace(rune) ? Kind.Space
            : Rune.IsLetterOrDigit(rune) ? Kind.Word
            : Kind.Alone;
    }

    private static bool IsWithoutSpaces(int value) =>
        value <= char.MaxValue ? Script.IsUnspaced((char)value) : value is >= 0x20000 and <= 0x323AF;
}
