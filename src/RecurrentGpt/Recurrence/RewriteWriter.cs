using System.Runtime.CompilerServices;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// Asks for a passage of a paragraph in other words. What comes is a proposal: nothing of the story changes. One chat request, and no embedding.
/// </summary>
public static class RewriteWriter
{
    /// <summary>Writes the passage again. A locked paragraph, or one that is not the one any more that the request names, is refused before anything is asked.</summary>
    /// <exception cref="InvalidOperationException">The request has no instruction, or one over its limit.</exception>
    public static async IAsyncEnumerable<StepEvent> WriteAsync(
        Story story,
        Step step,
        RunRequest request,
        Dialogue dialogue,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(dialogue);
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > StoryLimits.Wish)
        {
            throw new InvalidOperationException($"An instruction has 1 to {StoryLimits.Wish} characters.");
        }

        if (Refusal(step, request.Passage) is { } refusal)
        {
            yield return new StepEvent.Failed(refusal, "", []);
            yield break;
        }

        var range = request.Passage!.Start..(request.Passage.Start + request.Passage.Length);
        var prompt = RewritePrompt.Render(story.Card, step, range, request.Text);
        yield return new StepEvent.PromptReady(prompt);
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.Rewrite, prompt, cancellationToken))
        {
            yield return stepEvent;
        }

        // Of one section there is no part to build on; a reply that is a reply, but has it not, is asked for by name as of any other form.
        if (dialogue.Failure is { Kind: FailureKind.Incomplete })
        {
            dialogue.Forgive();
        }

        await foreach (var stepEvent in dialogue.CompleteAsync(ReplyForm.Rewrite, (_, _) => RewritePrompt.Render(story.Card, step, range, request.Text, isAgain: true), cancellationToken))
        {
            yield return stepEvent;
        }

        yield return dialogue.Failure is null ? new StepEvent.Finished(ToChange(step.Paragraph, range, dialogue)) : dialogue.ToFailed();
    }

    private static StepFailure? Refusal(Step step, PassageRange? passage) =>
        step.IsLocked ? new StepFailure(FailureKind.Locked)
        : passage is null || passage.Version != step.Version || !IsWithin(step.Paragraph, passage) ? new StepFailure(FailureKind.TextChanged)
        : null;

    private static bool IsWithin(string paragraph, PassageRange passage) =>
        passage is { Start: >= 0, Length: > 0 }
        && passage.Length <= paragraph.Length - passage.Start
        && !paragraph.AsSpan(passage.Start, passage.Length).IsWhiteSpace()
        && !SplitsPair(paragraph, passage.Start)
        && !SplitsPair(paragraph, passage.Start + passage.Length);

    private static bool SplitsPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static StoryChange ToChange(string paragraph, Range range, Dialogue dialogue) => new()
    {
        Proposal = new Dictionary<Section, string> { [Section.RewrittenPassage] = PassageText.Fit(paragraph, range, dialogue.Sections[Section.RewrittenPassage]) },
        Exchanges = dialogue.Exchanges,
    };
}
