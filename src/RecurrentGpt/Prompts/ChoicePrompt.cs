using System.Globalization;
using RecurrentGpt.Authors;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt in which a model stands in for the author and chooses the plan that the story follows.</summary>
public static class ChoicePrompt
{
    private const int Times = 2;

    private static readonly PromptPart System = new(PartKind.Instructions, $"""
        You stand in for a novelist who is away from the desk. The story is written a paragraph at a time, and after each paragraph plans are offered for what may come next. You choose
        the one that the story follows. Choose as this novelist would, and not as you would. All that is written stays as it is.

        {SharedHead.Rules}

        {VerdictText.Meant}

        You are told which of these to write:
        - {L(Section.Choice)}: the number of one plan, and nothing else. Of plans that are as good as each other, choose the one that the last paragraph has made ready and the memory still holds open,
          that costs somebody something, and that is not what has just happened once more.
        - {L(Section.ChoiceReason)}: one or two sentences in the language of the story. Name what in this plan decided it, against the others.
        - {L(Section.FollowedChoice)}: the past choices show this novelist's taste: each stands behind a number in square brackets, with what was offered and what they took, changed or wrote themselves.
          Their taste goes before your own. If one of those choices decided yours, write its number; if none did, the word none.
        - {L(Section.RevisedPlan)}: the plan that you chose, as an outline of five to seven sentences for the next paragraph. It keeps what happens, who acts, and where it stops, and makes that more
          particular: where they stand, what they hold, what is said, what goes wrong. It takes nothing back that the memory or the last paragraph says.
        {VerdictText.Rules}
        - {L(Section.ExtendedParagraph)}: the whole last paragraph, written out longer. It tells the same from its first sentence to its last, in the same order, tense and voice, and ends where it ended.
          What is added is seen, heard, said or thought in those same moments; nothing else happens, and nobody else comes.
        """.ReplaceLineEndings("\n"));

    /// <summary>Renders the prompt.</summary>
    /// <param name="request">What is chosen from, and what may be done beside it.</param>
    /// <param name="form">The sections to ask for: <see cref="ChoiceRequest.Form"/>, or those of it that are missing.</param>
    /// <param name="arrived">The sections that an earlier reply had, in a repair; null for the first request.</param>
    public static Prompt Render(ChoiceRequest request, ReplyForm form, IReadOnlyDictionary<Section, string>? arrived = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(form);
        var (step, condition) = (request.Step, request.Order.StopCondition);
        var shown = PickText.Of(form.Sections.Contains(Section.FollowedChoice) ? request.Shown : []);
        var marks = Marks.For([.. CardText.Texts(request.Card), step.ShortTermMemory, step.Paragraph, shown, condition, .. request.Plans.Select(plan => plan.Text)]);
        return new Prompt(form, System,
        [
            new(PartKind.Card, CardText.Render(request.Card, marks)),
            new(PartKind.ShortTermMemory, marks.Around(PartNames.ShortTermMemory, step.ShortTermMemory)),
            .. Carried(PartKind.Own, PartNames.PastChoices, shown),
            new(PartKind.Paragraph, marks.Around(PartNames.LastParagraph, step.Paragraph)),
            .. request.Plans.Select(plan => new PromptPart(PartKind.Plan, marks.Around(PartNames.OfferedPlan(plan.Number), plan.Text))),
            .. Carried(PartKind.Own, PartNames.StopCondition, form.Sections.Contains(Section.Verdict) ? condition : ""),
            new(PartKind.Task, Task(request, form, arrived)),
        ]);

        IEnumerable<PromptPart> Carried(PartKind kind, string name, string text) =>
            text.Length > 0 ? [new PromptPart(kind, marks.Around(name, text))] : [];
    }

    private static string Task(ChoiceRequest request, ReplyForm form, IReadOnlyDictionary<Section, string>? arrived) => string.Join('\n',
    [
        "",
        arrived is null ? "Choose now." : "Your last reply did not have all that was asked for. Write what is missing now.",
        .. form.Sections.SelectMany(section => Lines(section, request)),
        .. Standing(form, request, arrived),
        .. form.Sections.All(ShortAnswer.Is) ? Array.Empty<string>() : [TaskLines.LanguageOfChoice],
        TaskLines.Sections(form),
    ]);

    private static IEnumerable<string> Lines(Section section, ChoiceRequest request) => section switch
    {
        Section.Choice => [$"- {L(section)}: one of {Numbers(request.Plans)}."],
        Section.RevisedPlan when request.Plans.Where(plan => plan.IsLocked).ToList() is { Count: > 0 } locked =>
            [$"- {L(section)}: five to seven sentences. The author has locked {Numbers(locked)}; if that is your choice, give it back letter for letter."],
        Section.RevisedPlan => [$"- {L(section)}: five to seven sentences."],
        Section.ExtendedParagraph => [string.Create(CultureInfo.InvariantCulture, $"- {L(section)}: about {Times * Prose.Sentences(request.Step.Paragraph).Count} sentences.")],
        _ => [],
    };

    // The number alone: what else a reply had in its place stands outside of all marks here.
    private static IEnumerable<string> Standing(ReplyForm form, ChoiceRequest request, IReadOnlyDictionary<Section, string>? arrived) =>
        !form.Sections.Contains(Section.Choice) && ChoiceReply.NumberIn(arrived?.GetValueOrDefault(Section.Choice) ?? "", request.Plans) is { } chosen
            ? [string.Create(CultureInfo.InvariantCulture, $"- {L(Section.Choice)} was {chosen}, and stays so.")]
            : [];

    private static string Numbers(IReadOnlyList<OfferedPlan> plans) => string.Join(", ", plans.Select(plan => plan.Number.ToString(CultureInfo.InvariantCulture)));

    private static string L(Section section) => Labels.Of(section, ReplyForm.Choice);
}
