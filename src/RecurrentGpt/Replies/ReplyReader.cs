using System.Text;

namespace RecurrentGpt.Replies;

/// <summary>
/// Reads a reply while it streams, for the screen alone: paragraphs as they grow, other sections when they are whole. Labels, reasoning and chat tokens never show.
/// It cannot look ahead, so a strange reply may be shown otherwise than it is read; what counts is <see cref="ReplyParser"/> on the whole text.
/// </summary>
public sealed class ReplyReader
{
    // Far beyond any label: what is longer is no label, and must not be looked at again with each letter.
    private const int LongestUndecided = 240;

    private readonly ReplyForm _form;
    private readonly LabelLine _labels;
    private readonly TagFilter _filter = new();
    private readonly StringBuilder _lineStart = new();
    private readonly HashSet<Section> _seen = [];
    private readonly HashSet<int> _styles = [];
    private List<ReplyPiece> _pieces = [];
    private SectionStream? _open;
    private bool _isInLine;
    private bool? _isJson;

    /// <summary>Makes a reader for one reply.</summary>
    /// <param name="form">What was asked for.</param>
    public ReplyReader(ReplyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        _form = form;
        _labels = new LabelLine(LabelTable.For(form));
    }

    /// <summary>Takes the next piece of the reply, cut anywhere, and says what it adds to the screen.</summary>
    public IEnumerable<ReplyPiece> Add(string chunk)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        Read(_filter.Add(chunk));
        return Taken();
    }

    /// <summary>Says what the end of the reply adds to the screen.</summary>
    public IEnumerable<ReplyPiece> End()
    {
        Read(_filter.End());
        if (_lineStart.Length > 0)
        {
            Decide(isWhole: true);
        }

        Open(null);
        return Taken();
    }

    private void Read(string text)
    {
        if (_filter.Restarted)
        {
            (_open, _isInLine) = (null, false);
            _lineStart.Clear();
            _seen.Clear();
            _styles.Clear();
            _isJson = null;
        }

        _isJson ??= text.AsSpan().IsWhiteSpace() ? null : text.AsSpan().TrimStart()[0] == '{';
        for (var at = 0; at < text.Length && _isJson is false;)
        {
            at = _isInLine ? ReadRest(text, at) : ReadStart(text, at);
        }
    }

    private int ReadRest(string text, int at)
    {
        var length = text.AsSpan(at).IndexOf('\n');
        var end = length < 0 ? text.Length : at + length;
        _open?.Add(text.AsSpan(at, end - at), _pieces);
        if (length < 0)
        {
            return end;
        }

        BreakLine();
        return end + 1;
    }

    private int ReadStart(string text, int at)
    {
        var c = text[at];
        if (c == '\n')
        {
            Decide(isWhole: true);
            BreakLine();
        }
        else
        {
            _lineStart.Append(c);
            Decide(isWhole: false);
        }

        return at + 1;
    }

    private void BreakLine()
    {
        _open?.Add("\n", _pieces);
        _isInLine = false;
    }

    private void Decide(bool isWhole)
    {
        var line = _lineStart.ToString();
        var mayWait = !isWhole && line.Length < LongestUndecided;
        var kind = _labels.Read(line, !mayWait, out var mark);
        if (kind == LineKind.Undecided || (mayWait && SectionText.IsRule(line)))
        {
            return;
        }

        _lineStart.Clear();
        _isInLine = true;
        if (kind == LineKind.Label && IsMeant(mark!))
        {
            _styles.Add(mark!.Style);
            Open(mark.Word);
            line = line[Math.Min(mark.BodyStart, line.Length)..];
        }

        _open?.Add(line, _pieces);
    }

    // Without a look ahead, an everyday word is a label only when it is dressed as one or is what comes next,
    // and a label that came before is one again only when it looks like the others.
    private bool IsMeant(LabelMark mark)
    {
        if (mark.Word.Section is { } section && _seen.Contains(section))
        {
            return _styles.Contains(mark.Style);
        }

        return mark.Word.Strength != LabelStrength.Word
            || (mark.Separator != '-' && (mark.IsDecorated || mark.Word.Section is null || mark.Word.Section == Next()));
    }

    private Section? Next() => _form.Sections.Where(section => !_seen.Contains(section)).Cast<Section?>().FirstOrDefault();

    private void Open(LabelWord? word)
    {
        _open?.Close(_pieces);
        _open = word switch
        {
            { Role: LabelRole.Section, Section: { } section } when _seen.Add(section) => new SectionStream(section, isPlanList: false),
            { Role: LabelRole.Plans } when !_seen.Contains(Section.Instruction1) => new SectionStream(Section.Instruction1, isPlanList: true),
            _ => null,
        };
    }

    private List<ReplyPiece> Taken()
    {
        var pieces = _pieces;
        _pieces = [];
        return pieces;
    }
}
