using System.Runtime.CompilerServices;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>Asks for three other plans for a step that stands.</summary>
public static class PlanWriter
{
    /// <summary>Writes the plans; the step's other parts are not touched.</summary>
    public static async IAsyncEnumerable<StepEvent> WriteAsync(
        Story story,
        Step step,
        Dialogue dialogue,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(dialogue);
        var prompt = Render(story, step);
        yield return new StepEvent.PromptReady(prompt);
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.NewPlans, prompt, cancellationToken))
        {
            yield return stepEvent;
        }

        await foreach (var stepEvent in dialogue.CompleteAsync(ReplyForm.NewPlans, Repair, cancellationToken))
        {
            yield return stepEvent;
        }

        yield return dialogue.Failure is null
            ? new StepEvent.Finished(new StoryChange
            {
                Plans = ReplyForm.NewPlans.Sections.Index().ToDictionary(plan => plan.Index + 1, plan => dialogue.Sections[plan.Item]),
                Exchanges = dialogue.Exchanges,
            })
            : dialogue.ToFailed();

        Prompt Repair(IReadOnlyDictionary<Section, string> arrived, IReadOnlyList<Section> missing)
        {
            var known = new Dictionary<Section, string>(arrived) { [Section.Paragraph] = step.Paragraph };
            return RepairPrompt.Render(story.Card, story.Settings, ReplyForm.Step, known, missing, step.ShortTermMemory, "");
        }
    }

    /// <summary>The prompt that asks for other plans.</summary>
    internal static Prompt Render(Story story, Step step) => NewPlansPrompt.Render(
        story.Card, story.Settings, step.Paragraph, step.ShortTermMemory, [.. step.Plans.Select(plan => plan.Text)], story.Prompts.NewPlans);
}
