using System.Runtime.CompilerServices;
using RecurrentGpt.Play;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>Asks for other plans for a step that stands: all that are not locked, or one, with or without a wish.</summary>
public static class PlanWriter
{
    /// <summary>Writes the plans; the step's other parts are not touched.</summary>
    /// <exception cref="InvalidOperationException">The plans to replace are locked; nothing was sent.</exception>
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
        var wanted = Wanted(step, request) ?? throw new InvalidOperationException("The plans to replace are locked.");
        var prompt = Render(story, step, wanted);
        yield return new StepEvent.PromptReady(prompt);
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.NewPlans, prompt, cancellationToken))
        {
            yield return stepEvent;
        }

        await foreach (var stepEvent in dialogue.CompleteAsync(prompt.Form, Repair, cancellationToken))
        {
            yield return stepEvent;
        }

        var different = new DifferentPlan(dialogue, story.Card, story.Settings, Play(story, step));
        await foreach (var stepEvent in different.RunAsync(step.Paragraph, step.ShortTermMemory, wanted, cancellationToken))
        {
            yield return stepEvent;
        }

        yield return dialogue.Failure is null
            ? new StepEvent.Finished(new StoryChange
            {
                Plans = wanted.Numbers.ToDictionary(number => number, number => dialogue.Sections[PlansWanted.SectionOf(number)]),
                Exchanges = dialogue.Exchanges,
                Notices = [.. different.Notices()],
            })
            : dialogue.ToFailed();

        Prompt Repair(IReadOnlyDictionary<Section, string> arrived, IReadOnlyList<Section> missing)
        {
            var standing = wanted.Standing.Select(plan => KeyValuePair.Create(PlansWanted.SectionOf(plan.Key), plan.Value));
            var known = arrived.Concat(standing).Append(KeyValuePair.Create(Section.Paragraph, step.Paragraph)).ToDictionary();
            return RepairPrompt.Render(story.Card, story.Settings, ReplyForm.Step, known, missing, step.ShortTermMemory, "", play: Play(story, step));
        }
    }

    /// <summary>The prompt that asks for other plans; null when the plans to replace are locked.</summary>
    internal static Prompt? Render(Story story, Step step, RunRequest request) => Wanted(step, request) is { } wanted ? Render(story, step, wanted) : null;

    private static PlansWanted? Wanted(Step step, RunRequest request) => PlansWanted.Of(step.Plans, request.PlanNumber, request.Text);

    private static Prompt Render(Story story, Step step, PlansWanted wanted) =>
        NewPlansPrompt.Render(story.Card, story.Settings, step.Paragraph, step.ShortTermMemory, wanted, story.Prompts.NewPlans, Play(story, step));

    private static PlaySettings? Play(Story story, Step step) => PlayLines.Of(story.Card, story.Settings, step.Turn);
}
