using System.Runtime.CompilerServices;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence.Coverage;

/// <summary>Asks a model, in one request, what of its plan a paragraph carries out. Nothing of the story is changed.</summary>
public static class CoverageWriter
{
    /// <summary>Judges the step's paragraph by the plan that it followed. A sentence that the model says nothing usable of is judged by words.</summary>
    public static async IAsyncEnumerable<StepEvent> WriteAsync(
        Step step,
        Dialogue dialogue,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(dialogue);
        var byWords = WordCoverage.Judge(step.Plan.Text, step.Paragraph);
        string[] sentences = [.. byWords.Select(sentence => sentence.Sentence)];
        if (sentences.Length == 0)
        {
            yield return new StepEvent.Failed(new StepFailure(FailureKind.Unexpected, "The step followed no plan."), "", dialogue.Exchanges);
            yield break;
        }

        var prompt = CoveragePrompt.Render(sentences, step.Paragraph);
        yield return new StepEvent.PromptReady(prompt);
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.Coverage, prompt, cancellationToken))
        {
            yield return stepEvent;
        }

        var read = Read(dialogue, sentences, step.Paragraph);
        yield return read.Count > 0 ? new StepEvent.Finished(Change(step, [.. byWords.Index().Select(sentence => read.GetValueOrDefault(sentence.Index, sentence.Item))], dialogue)) : Failed(dialogue);
    }

    private static StoryChange Change(Step step, IReadOnlyList<CoveredSentence> sentences, Dialogue dialogue) =>
        new() { Coverage = new PlanCoverage(step.Version, sentences), Exchanges = dialogue.Exchanges };

    // Lines without their label, or with the end cut off, are read all the same: each line stands for itself.
    private static IReadOnlyDictionary<int, CoveredSentence> Read(Dialogue dialogue, string[] sentences, string paragraph)
    {
        if (dialogue.Failure is not (null or { Kind: FailureKind.Incomplete or FailureKind.TooLong }))
        {
            return new Dictionary<int, CoveredSentence>();
        }

        var section = CoverageReply.Read(dialogue.Sections.GetValueOrDefault(Section.Coverage, ""), sentences, paragraph);
        return section.Count == sentences.Length ? section : Fuller(section, CoverageReply.Read(ReplyCleaner.Clean(dialogue.Exchanges[^1].Reply), sentences, paragraph));
    }

    private static IReadOnlyDictionary<int, CoveredSentence> Fuller(IReadOnlyDictionary<int, CoveredSentence> section, IReadOnlyDictionary<int, CoveredSentence> whole) =>
        whole.Count > section.Count ? whole : section;

    private static StepEvent.Failed Failed(Dialogue dialogue) => dialogue.Failure is null
        ? new StepEvent.Failed(new StepFailure(FailureKind.Incomplete, Labels.Of(Section.Coverage, ReplyForm.Coverage)), "", dialogue.Exchanges)
        : dialogue.ToFailed();
}
