using System.Runtime.CompilerServices;
using RecurrentGpt.Authors;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// Has the simulated author choose the plan that the next step follows, in one request; a stop condition is judged in the same one. What it says is proposed: of the story,
/// at most the last paragraph is written out longer, when the order says so.
/// </summary>
public static class ChoiceWriter
{
    /// <summary>Chooses. A plan that is not there is no choice: it is asked for again by name, and the run fails when none comes.</summary>
    /// <exception cref="InvalidOperationException">The stop condition is over its limit.</exception>
    public static async IAsyncEnumerable<StepEvent> WriteAsync(ChoiceRequest request, Dialogue dialogue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(dialogue);
        StopVerdict.CheckCondition(request.Order.StopCondition);
        if (request.Plans.Count == 0)
        {
            yield return new StepEvent.Failed(new StepFailure(FailureKind.Unexpected, "The step offers no plan to choose from."), "", dialogue.Exchanges);
            yield break;
        }

        var form = request.Form;
        var prompt = ChoicePrompt.Render(request, form);
        yield return new StepEvent.PromptReady(prompt);
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.Choice, prompt, cancellationToken))
        {
            yield return stepEvent;
        }

        Review(request, dialogue);
        await foreach (var stepEvent in dialogue.CompleteAsync(
            form, IsUsable, (arrived, missing) => ChoicePrompt.Render(request, form.Only(missing), arrived), cancellationToken))
        {
            yield return stepEvent;
        }

        yield return dialogue.Failure is null ? new StepEvent.Finished(ToChange(request, dialogue)) : dialogue.ToFailed();

        bool IsUsable(Section section, string text) => section switch
        {
            Section.Choice => ChoiceReply.NumberIn(text, request.Plans) is not null,
            Section.Verdict => StopVerdict.Judged(text) is not null,
            _ => true,
        };
    }

    // A reason, and a revision, of a plan that nobody offered are of no use for another one.
    private static void Review(ChoiceRequest request, Dialogue dialogue)
    {
        if (dialogue.Failure is { Kind: FailureKind.Incomplete })
        {
            dialogue.Forgive();
        }

        if (ChoiceReply.NumberIn(dialogue.Sections.GetValueOrDefault(Section.Choice, ""), request.Plans) is null)
        {
            dialogue.Forget(Section.Choice, Section.ChoiceReason, Section.FollowedChoice, Section.RevisedPlan);
        }
    }

    private static StoryChange ToChange(ChoiceRequest request, Dialogue dialogue)
    {
        var proposal = ChoiceReply.ToProposal(dialogue.Sections, request);
        return new StoryChange { Proposal = proposal, Extended = Extended(request, dialogue.Sections, proposal), Exchanges = dialogue.Exchanges };
    }

    // Where the run is to stop, it leaves the paragraph to the author as it was judged.
    private static ExtendedParagraph? Extended(ChoiceRequest request, IReadOnlyDictionary<Section, string> sections, IReadOnlyDictionary<Section, string> proposal)
    {
        var step = request.Step;
        return request.Form.Sections.Contains(Section.ExtendedParagraph)
            && sections.TryGetValue(Section.ExtendedParagraph, out var text)
            && Prose.Words(text) > Prose.Words(step.Paragraph)
            && text.Length <= StoryLimits.Paragraph
            && !(proposal.ContainsKey(Section.Verdict) && StopVerdict.Read(proposal, step.Paragraph).IsMet)
                ? new ExtendedParagraph(text, step.Version)
                : null;
    }
}
