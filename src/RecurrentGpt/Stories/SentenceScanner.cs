namespace RecurrentGpt.Stories;

/// <summary>
/// Parts a text into sentences, in one pass. A sentence that is given back by itself is one sentence again, so that one that was locked or tracked is found.
/// </summary>
internal sealed class SentenceScanner(string text)
{
    private readonly List<string> _sentences = [];
    private readonly OpenMarks _open = new();
    private int _start;

    internal IReadOnlyList<string> Read()
    {
        for (var at = 0; at < text.Length;)
        {
            at = Stops.IsLineEnd(text[at]) ? LineEnd(at) : Stops.IsStop(text[at]) ? Stop(at) : Letter(at);
        }

        Add(text.Length);
        return _sentences;
    }

    private int LineEnd(int at)
    {
        _open.Clear();
        Add(at);
        return at + 1;
    }

    private int Letter(int at)
    {
        _open.Pass(text, at);
        return at + 1;
    }

    private int Stop(int at)
    {
        var stop = StopRun.Read(text, at, _open);
        if (stop.EndsSentence(_start))
        {
            Add(stop.End);
        }

        return stop.End;
    }

    private void Add(int end)
    {
        var sentence = text[_start..end].Trim();
        _start = end;
        if (sentence.Any(char.IsLetterOrDigit))
        {
            _sentences.Add(sentence);
        }
    }
}
