namespace RecurrentGpt.Repetition;

/// <summary>Says of the runs that a paragraph shares which of its sentences they make repeat which sentence of which paragraph, and how much of it they take.</summary>
/// <param name="paragraph">The paragraph.</param>
/// <param name="places">Its units with their places in the text.</param>
/// <param name="runs">What it shares with earlier paragraphs.</param>
/// <param name="paragraphs">All paragraphs, by their place.</param>
/// <param name="words">The words of the story.</param>
internal sealed class PhraseReading(
    IndexedParagraph paragraph, List<PhraseUnit> places, List<SharedRun> runs, IReadOnlyList<IndexedParagraph> paragraphs, PhraseWords words)
{
    // A short sentence within a long run repeats too; of a long one that only begins or ends in a run, the run must be long enough by itself.
    private const double MostOfSentence = 0.6;

    private readonly Dictionary<int, List<PhraseUnit>> _sources = [];

    internal RepeatedPhrases Read()
    {
        var sentences = runs.Count == 0 ? [] : SentenceRanges.Of(paragraph.Stored.Text).Select(Repeated).OfType<RepeatedSentence>().ToList();
        var ofOne = runs.GroupBy(run => run.Paragraph).Select(ShareOf).DefaultIfEmpty().Max();
        return new RepeatedPhrases(paragraph.Stored.Version, sentences, ShareOf(runs), ofOne);
    }

    private RepeatedSentence? Repeated((int Start, int End) sentence)
    {
        var (first, behind) = UnitsOf(sentence);
        var best = runs
            .Select(run => (Run: run, From: Math.Max(run.Start, first), To: Math.Min(run.End, behind)))
            .Where(part => part.From < part.To)
            .OrderByDescending(part => part.To - part.From).ThenByDescending(part => part.Run.Length).ThenBy(part => NumberOf(part.Run))
            .FirstOrDefault();
        var weight = WeightOf(best.From, best.To);
        return weight == 0 || (weight < PhraseUnit.Enough && weight < MostOfSentence * WeightOf(first, behind))
            ? null
            : ToRepeated(sentence, best.Run, best.From, best.To);
    }

    private RepeatedSentence ToRepeated((int Start, int End) sentence, SharedRun run, int from, int to)
    {
        var source = paragraphs[run.Paragraph].Stored;
        var middle = SourcePlaces(run.Paragraph)[run.SourceStart + ((from + to) / 2) - run.Start].Start;
        var shared = paragraph.Stored.Text[places[from].Start..places[to - 1].End];
        return new RepeatedSentence(sentence.Start, sentence.End - sentence.Start, shared, source.StepId, source.Number, SentenceRanges.At(source.Text, middle));
    }

    private (int First, int Behind) UnitsOf((int Start, int End) sentence) => (FirstFrom(sentence.Start), FirstFrom(sentence.End));

    private int FirstFrom(int place)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle].Start < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private List<PhraseUnit> SourcePlaces(int source) =>
        _sources.TryGetValue(source, out var known) ? known : _sources[source] = words.Split(paragraphs[source].Stored.Text);

    private int NumberOf(SharedRun run) => paragraphs[run.Paragraph].Stored.Number;

    private int WeightOf(int from, int to) => PhraseUnit.WeightOf(paragraph.Units.AsSpan(from, to - from));

    private double ShareOf(IEnumerable<SharedRun> shared)
    {
        var (weight, end) = (0, 0);
        foreach (var run in shared.OrderBy(run => run.Start).Where(run => run.End > end))
        {
            weight += WeightOf(Math.Max(run.Start, end), run.End);
            end = run.End;
        }

        return weight == 0 ? 0 : (double)weight / PhraseUnit.WeightOf(paragraph.Units);
    }
}
