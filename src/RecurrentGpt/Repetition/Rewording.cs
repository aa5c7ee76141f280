namespace RecurrentGpt.Repetition;

/// <summary>
/// How much of a paragraph stands in another one in runs of three words or characters: too short to say anything by themselves, but where two paragraphs tell nearly the
/// same, they say whether one is the other with a word changed here and there.
/// </summary>
internal sealed class Rewording
{
    private const int Run = 3;

    // Less than the share that is too close, so that some sentence is named whenever the whole is.
    private const double MuchOfSentence = 0.4;

    // In a paragraph of a line or two, a name and a tag are half of it.
    private const int Enough = 2 * PhraseUnit.Enough;

    private readonly IndexedParagraph _paragraph;
    private readonly IndexedParagraph _source;
    private readonly List<PhraseUnit> _places;
    private readonly List<PhraseUnit> _sourcePlaces;
    private readonly bool[] _isShared;

    /// <param name="paragraph">The paragraph.</param>
    /// <param name="source">The earlier one.</param>
    /// <param name="words">The words of the story.</param>
    internal Rewording(IndexedParagraph paragraph, IndexedParagraph source, PhraseWords words)
    {
        (_paragraph, _source) = (paragraph, source);
        (_places, _sourcePlaces) = (words.Split(paragraph.Stored.Text), words.Split(source.Stored.Text));
        _isShared = Mark(paragraph.Units, [.. RunsOf(source.Units)]);
        var weight = WeightOf(0, _isShared.Length);
        Share = weight.Shared < Enough ? 0 : (double)weight.Shared / weight.All;
    }

    /// <summary>The share of the paragraph's words, 0 to 1, that stand in such runs; 0 when they are fewer than sixteen.</summary>
    internal double Share { get; }

    /// <summary>The sentences of which such runs make up much, with the sentence of the earlier paragraph that each has most in common with.</summary>
    internal IReadOnlyList<RepeatedSentence> Sentences()
    {
        var sources = SentenceRanges.Of(_source.Stored.Text)
            .Select(range => (Range: range, Runs: RunsOf(UnitsIn(_source.Units, _sourcePlaces, range)).ToHashSet()))
            .ToList();
        return [.. SentenceRanges.Of(_paragraph.Stored.Text).Select(sentence => Reworded(sentence, sources)).OfType<RepeatedSentence>()];
    }

    private RepeatedSentence? Reworded((int Start, int End) sentence, List<((int Start, int End) Range, HashSet<(int First, int Second, int Third)> Runs)> sources)
    {
        var first = FirstFrom(_places, sentence.Start);
        var behind = FirstFrom(_places, sentence.End);
        var (shared, all) = WeightOf(first, behind);
        if (shared == 0 || shared < MuchOfSentence * all)
        {
            return null;
        }

        var runs = RunsOf(_paragraph.Units[first..behind]).ToList();
        var (start, end) = sources.MaxBy(source => runs.Count(source.Runs.Contains)).Range;
        return new RepeatedSentence(
            sentence.Start, sentence.End - sentence.Start, Longest(first, behind), _source.Stored.StepId, _source.Stored.Number, _source.Stored.Text[start..end]);
    }

    private string Longest(int first, int behind)
    {
        var (longest, longestEnd, length) = (0, first, 0);
        for (var at = first; at < behind; at++)
        {
            length = _isShared[at] ? length + 1 : 0;
            (longest, longestEnd) = length > longest ? (length, at + 1) : (longest, longestEnd);
        }

        return _paragraph.Stored.Text[_places[longestEnd - longest].Start.._places[longestEnd - 1].End];
    }

    private (int Shared, int All) WeightOf(int first, int behind)
    {
        var (shared, all) = (0, 0);
        for (var at = first; at < behind; at++)
        {
            var weight = PhraseUnit.WeightOf(_paragraph.Units[at]);
            (shared, all) = (shared + (_isShared[at] ? weight : 0), all + weight);
        }

        return (shared, all);
    }

    private static bool[] Mark(int[] units, HashSet<(int First, int Second, int Third)> runs)
    {
        var isShared = new bool[units.Length];
        var at = 0;
        foreach (var run in RunsOf(units))
        {
            isShared.AsSpan(at, runs.Contains(run) ? Run : 0).Fill(true);
            at++;
        }

        return isShared;
    }

    private static IEnumerable<(int First, int Second, int Third)> RunsOf(int[] units)
    {
        for (var at = 0; at + Run <= units.Length; at++)
        {
            yield return (units[at], units[at + 1], units[at + 2]);
        }
    }

    private static int[] UnitsIn(int[] units, List<PhraseUnit> places, (int Start, int End) range) => units[FirstFrom(places, range.Start)..FirstFrom(places, range.End)];

    private static int FirstFrom(List<PhraseUnit> places, int start) => places.TakeWhile(unit => unit.Start < start).Count();
}
