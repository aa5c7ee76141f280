using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence.Coverage;

/// <summary>Reads what a model found of a plan in a paragraph, line by line and whatever the lines are dressed in. What cannot be told is left out.</summary>
public static class CoverageReply
{
    /// <summary>What the model said of each sentence, by its place from 0. A passage is there only when the paragraph has it.</summary>
    /// <param name="reply">The reply, or its section.</param>
    /// <param name="sentences">The sentences of the plan as they were numbered.</param>
    /// <param name="paragraph">The paragraph that was compared.</param>
    public static IReadOnlyDictionary<int, CoveredSentence> Read(string reply, IReadOnlyList<string> sentences, string paragraph)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(paragraph);
        var finder = new PassageFinder(paragraph);
        return CoverageLines.Split(reply)
            .Where(line => line.Number >= 1 && line.Number <= sentences.Count)
            .GroupBy(line => line.Number - 1)
            .Select(lines => (Place: lines.Key, Sentence: Agreed([.. lines], sentences[lines.Key], finder)))
            .Where(read => read.Sentence is not null)
            .ToDictionary(read => read.Place, read => read.Sentence!);
    }

    // A sentence that is judged twice, and not alike, is not judged.
    private static CoveredSentence? Agreed(IReadOnlyList<CoverageLine> lines, string sentence, PassageFinder finder)
    {
        var read = lines.Select(line => Read(line.Text, sentence, finder)).OfType<CoveredSentence>().ToList();
        return read.Select(line => line.Mark).Distinct().Count() == 1 ? read.Find(line => line.Passage.Length > 0) ?? read[0] : null;
    }

    private static CoveredSentence? Read(string line, string sentence, PassageFinder finder)
    {
        // Who says again which sentence is meant may say the words of a verdict with it.
        var said = line.Replace(sentence, " ", StringComparison.OrdinalIgnoreCase);
        return Verdict.Find(said) switch
        {
            null => null,
            CoverageMark.Missing => new CoveredSentence(sentence, CoverageMark.Missing, ""),
            { } mark => new CoveredSentence(sentence, mark, Quotation.Candidates(said).Select(finder.Find).FirstOrDefault(found => found.Length > 0, "")),
        };
    }
}
