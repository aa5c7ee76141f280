using RecurrentGpt.Runs;

namespace RecurrentGpt.Repetition;

/// <summary>
/// The paragraphs of one story, of all its branches, by the phrases that stand in them. It takes about 40 bytes a word, the text among them. Safe for several threads.
/// </summary>
internal sealed class PhraseIndex
{
    private readonly Lock _gate = new();
    private readonly PhraseWords _words = new();
    private readonly FingerprintTable _table = new();
    private readonly List<IndexedParagraph> _paragraphs = [];
    private readonly Dictionary<Guid, int> _places = [];
    private readonly RunFinder _finder;
    private bool[] _isOnPath = [];
    private long _wordCount;

    internal PhraseIndex() => _finder = new RunFinder(_table, _paragraphs);

    /// <summary>How many units all paragraphs have.</summary>
    internal long Words => Interlocked.Read(ref _wordCount);

    /// <summary>Takes paragraphs in, and those that read otherwise by now in place of what they read. What is older than what is there is not taken.</summary>
    /// <param name="paragraphs">Each behind the one that it follows.</param>
    internal void Put(IEnumerable<StoryParagraph> paragraphs)
    {
        lock (_gate)
        {
            var isEdited = false;
            foreach (var paragraph in paragraphs)
            {
                isEdited |= Put(paragraph);
            }

            if (isEdited)
            {
                Rebuild();
            }
        }
    }

    internal bool Contains(Guid stepId)
    {
        lock (_gate)
        {
            return _places.ContainsKey(stepId);
        }
    }

    /// <summary>What the paragraph of a step repeats of those before it on its path; null when there is no such step. What was found is kept until a paragraph is edited.</summary>
    internal RepeatedPhrases? Find(Guid stepId)
    {
        lock (_gate)
        {
            return _places.TryGetValue(stepId, out var place) ? _paragraphs[place].Repeats ??= Find(_paragraphs[place]) : null;
        }
    }

    /// <summary>Compares the paragraphs of two steps by short runs; null where there is no such step.</summary>
    internal Rewording? Compare(Guid stepId, Guid earlierId)
    {
        lock (_gate)
        {
            return _places.TryGetValue(stepId, out var place) && _places.TryGetValue(earlierId, out var earlier)
                ? new Rewording(_paragraphs[place], _paragraphs[earlier], _words)
                : null;
        }
    }

    private RepeatedPhrases Find(IndexedParagraph paragraph)
    {
        MarkPath(paragraph, true);
        var runs = _finder.Find(paragraph.Units, place => _isOnPath[place]);
        MarkPath(paragraph, false);
        return new PhraseReading(paragraph, runs.Count == 0 ? [] : _words.Split(paragraph.Stored.Text), runs, _paragraphs, _words).Read();
    }

    private void MarkPath(IndexedParagraph paragraph, bool isOnPath)
    {
        for (var place = paragraph.Parent; place >= 0; place = _paragraphs[place].Parent)
        {
            _isOnPath[place] = isOnPath;
        }
    }

    // Whether a paragraph was replaced, whose fingerprints are then still in the table.
    private bool Put(StoryParagraph stored)
    {
        var isKnown = _places.TryGetValue(stored.StepId, out var place);
        if (isKnown && _paragraphs[place].Stored.Version >= stored.Version)
        {
            return false;
        }

        var parent = stored.ParentId is { } parentId ? _places.GetValueOrDefault(parentId, -1) : -1;
        var paragraph = new IndexedParagraph(stored, [.. _words.Split(stored.Text).Select(unit => unit.Id)], parent);
        Interlocked.Add(ref _wordCount, paragraph.Units.Length - (isKnown ? _paragraphs[place].Units.Length : 0));
        if (isKnown)
        {
            _paragraphs[place] = paragraph;
        }
        else
        {
            Append(paragraph);
        }

        return isKnown;
    }

    private void Append(IndexedParagraph paragraph)
    {
        _places[paragraph.Stored.StepId] = _paragraphs.Count;
        _table.Add(_paragraphs.Count, paragraph.Units);
        _paragraphs.Add(paragraph);
        if (_isOnPath.Length < _paragraphs.Count)
        {
            Array.Resize(ref _isOnPath, _paragraphs.Count * 2);
        }
    }

    private void Rebuild()
    {
        _table.Clear();
        for (var place = 0; place < _paragraphs.Count; place++)
        {
            _table.Add(place, _paragraphs[place].Units);
            _paragraphs[place].Repeats = null;
        }
    }
}
