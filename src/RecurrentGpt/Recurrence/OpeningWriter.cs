using System.Runtime.CompilerServices;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// The first call of a story: title, outline, three paragraphs, memory and three plans (arXiv 2305.13304, section 3). With an opening that the author brought,
/// the text stands as it is and the model reads memory and plans out of it. A story of interactive fiction opens around its reader.
/// </summary>
public sealed class OpeningWriter(TimeProvider clock)
{
    private static readonly Section[] Paragraphs = [Section.Paragraph1, Section.Paragraph2, Section.Paragraph3];

    /// <summary>Writes an opening, or reads the author's.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="settings">How to write.</param>
    /// <param name="ownText">The author's opening; empty to have one written.</param>
    /// <param name="dialogue">The run's dialogue, not used before.</param>
    /// <param name="cancellationToken">Stops it at any point; nothing is left behind.</param>
    public async IAsyncEnumerable<StepEvent> WriteAsync(
        StoryCard card,
        StorySettings settings,
        string ownText,
        Dialogue dialogue,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(ownText);
        ArgumentNullException.ThrowIfNull(dialogue);
        var own = ParagraphsOf(ownText);
        var play = PlayLines.Of(card, settings, turn: null);
        var (purpose, prompt) = own.Count > 0 ? (ExchangePurpose.OwnOpening, OwnOpeningPrompt.Render(card, settings, ownText)) : (ExchangePurpose.Opening, Render(card, settings));
        yield return new StepEvent.PromptReady(prompt);
        await foreach (var stepEvent in dialogue.AskAsync(purpose, prompt, cancellationToken))
        {
            yield return stepEvent;
        }

        await foreach (var stepEvent in dialogue.CompleteAsync(prompt.Form, Repair, cancellationToken))
        {
            yield return stepEvent;
        }

        var shortening = new Shortening(dialogue, card, settings, MemoryLocks.None);
        await foreach (var stepEvent in shortening.RunAsync(cancellationToken))
        {
            yield return stepEvent;
        }

        var different = new DifferentPlan(dialogue, card, settings, play);
        var last = own.Count > 0 ? own[^1] : dialogue.Sections.GetValueOrDefault(Section.Paragraph3, "");
        await foreach (var stepEvent in different.RunAsync(last, dialogue.Sections.GetValueOrDefault(Section.Memory, ""), new PlansWanted(), cancellationToken))
        {
            yield return stepEvent;
        }

        if (dialogue.Failure is not null)
        {
            yield return dialogue.ToFailed();
            yield break;
        }

        var steps = ToSteps(own.Count > 0 ? own : [.. Paragraphs.Select(section => dialogue.Sections[section])], settings, dialogue);
        var vectors = await dialogue.EmbedAsync([.. steps.Select(step => step.Summary)], cancellationToken);
        yield return new StepEvent.Finished(new StoryChange
        {
            Title = dialogue.Sections.GetValueOrDefault(Section.Name),
            Outline = dialogue.Sections.GetValueOrDefault(Section.Outline),
            Steps = vectors is null ? steps : [.. steps.Select((step, i) => step with { Vector = vectors[i], EmbeddingModel = dialogue.Models.EmbeddingModel })],
            Exchanges = dialogue.Exchanges,
            Notices =
            [
                .. shortening.IsStillOver ? [StepNotice.MemoryOverLimit] : Array.Empty<StepNotice>(),
                .. vectors is null ? [StepNotice.NotIndexed] : Array.Empty<StepNotice>(),
                .. different.Notices(),
            ],
        });

        Prompt Repair(IReadOnlyDictionary<Section, string> arrived, IReadOnlyList<Section> missing)
        {
            // The author's own text belongs to what arrived: memory and plans must fit it.
            var known = own.Count > 0 ? new Dictionary<Section, string>(arrived) { [Section.Paragraph1] = ownText } : arrived;
            return RepairPrompt.Render(card, settings, own.Count > 0 ? ReplyForm.Opening : prompt.Form, known, missing, "", "", play: play);
        }
    }

    /// <summary>The paragraphs of a text: what stands between blank lines.</summary>
    public static IReadOnlyList<string> ParagraphsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    private static Prompt Render(StoryCard card, StorySettings settings) =>
        card.Kind == StoryKind.InteractiveFiction ? PlayOpeningPrompt.Render(card, settings) : OpeningPrompt.Render(card, settings);

    private NewStep[] ToSteps(IReadOnlyList<string> paragraphs, StorySettings settings, Dialogue dialogue)
    {
        NewStep[] steps =
        [
            .. paragraphs.Select(paragraph => new NewStep
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Plan = Plan.Opening,
                Paragraph = paragraph,
                Summary = EntryText.From(paragraph),
                Settings = settings,
                Model = dialogue.Model,
            }),
        ];
        var sections = dialogue.Sections;
        steps[^1] = steps[^1] with
        {
            ShortTermMemory = sections[Section.Memory],
            Plans = [sections[Section.Instruction1], sections[Section.Instruction2], sections[Section.Instruction3]],
            Usage = dialogue.Usage,
            Elapsed = dialogue.Elapsed,
        };
        return steps;
    }
}
