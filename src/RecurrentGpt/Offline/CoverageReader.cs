using RecurrentGpt.Recurrence.Coverage;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Offline;

/// <summary>Answers what of a plan is in a paragraph, as far as words show it.</summary>
internal static class CoverageReader
{
    internal static string Write(SampleRequest request) => string.Join('\n', request.PlanSentences.Split('\n').Select(line => Line(line, request.NewParagraph)));

    private static string Line(string numbered, string paragraph)
    {
        var colon = numbered.IndexOf(": ", StringComparison.Ordinal);
        var sentence = WordCoverage.Judge(numbered[(colon + 1)..], paragraph) is [var judged, ..] ? judged : null;
        var (word, passage) = sentence switch
        {
            { Mark: CoverageMark.Done } => ("done", sentence.Passage),
            { Mark: CoverageMark.Partly } => ("partly", sentence.Passage),
            _ => ("missing", ""),
        };

        return $"{numbered[..Math.Max(0, colon)]}: {word}{(passage.Length > 0 ? $" \"{passage.ReplaceLineEndings(" ")}\"" : "")}";
    }
}
