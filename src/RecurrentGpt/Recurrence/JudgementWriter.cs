using System.Runtime.CompilerServices;
using RecurrentGpt.Authors;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>Asks a model, in one request, whether a stop condition has come to pass in a paragraph. Nothing of the story is changed.</summary>
public static class JudgementWriter
{
    /// <summary>Judges the step's paragraph. A reply that says neither yes nor no is asked for again by name, and the run fails when none comes.</summary>
    /// <exception cref="InvalidOperationException">There is no condition, or one over its limit.</exception>
    public static async IAsyncEnumerable<StepEvent> WriteAsync(
        Story story,
        Step step,
        string condition,
        Dialogue dialogue,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentException.ThrowIfNullOrWhiteSpace(condition);
        ArgumentNullException.ThrowIfNull(dialogue);
        StopVerdict.CheckCondition(condition);
        var prompt = JudgementPrompt.Render(story.Card, step, condition, ReplyForm.Judgement);
        yield return new StepEvent.PromptReady(prompt);
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.Judgement, prompt, cancellationToken))
        {
            yield return stepEvent;
        }

        if (dialogue.Failure is { Kind: FailureKind.Incomplete })
        {
            dialogue.Forgive();
        }

        await foreach (var stepEvent in dialogue.CompleteAsync(
            ReplyForm.Judgement, (_, text) => StopVerdict.Judged(text) is not null, (_, _) => JudgementPrompt.Render(story.Card, step, condition, ReplyForm.Judgement), cancellationToken))
        {
            yield return stepEvent;
        }

        yield return dialogue.Failure is null
            ? new StepEvent.Finished(new StoryChange { Proposal = StopVerdict.ToProposal(dialogue.Sections), Exchanges = dialogue.Exchanges })
            : dialogue.ToFailed();
    }
}
