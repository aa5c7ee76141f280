using RecurrentGpt.Recurrence.Coverage;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Coverage;

/// <summary>What is shown of a plan beside its paragraph: the model's judgement as long as it is of the text that stands, and otherwise the words'.</summary>
/// <param name="Sentences">Each sentence of the plan, in order.</param>
/// <param name="IsByModel">Whether a model was asked about this text.</param>
/// <param name="Older">What a model found in an older text of the paragraph; null when there is none, or it is shown.</param>
public sealed record ShownCoverage(IReadOnlyList<CoveredSentence> Sentences, bool IsByModel, PlanCoverage? Older)
{
    public int Done => Count(Sentences, CoverageMark.Done);

    public int Partly => Count(Sentences, CoverageMark.Partly);

    public static ShownCoverage Of(DraftParagraph paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        return paragraph.Coverage is { } coverage && coverage.ParagraphVersion == paragraph.Version
            ? new ShownCoverage(coverage.Sentences, IsByModel: true, null)
            : new ShownCoverage(WordCoverage.Judge(paragraph.Plan.Text, paragraph.Text), IsByModel: false, paragraph.Coverage);
    }

    public static int Count(IReadOnlyList<CoveredSentence> sentences, CoverageMark mark) => sentences.Count(sentence => sentence.Mark == mark);
}
