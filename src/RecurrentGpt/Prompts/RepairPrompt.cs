using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Play;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt that asks for the sections that a reply lacked, and for nothing else. What was read stands and is carried along.</summary>
public static class RepairPrompt
{
    private static readonly PromptPart System = Head("a novelist's co-writer", SharedHead.Plans);
    private static readonly PromptPart OfPlay = Head("the storyteller of a story that its reader plays", SharedHead.Actions);

    /// <summary>Renders the prompt.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="settings">Lengths and reach.</param>
    /// <param name="form">The form of the first request.</param>
    /// <param name="arrived">The sections that were read.</param>
    /// <param name="missing">The sections to ask for.</param>
    /// <param name="shortTermMemory">Memory before this step; empty for an opening.</param>
    /// <param name="plan">The plan that is followed; empty for an opening.</param>
    /// <param name="locked">Sentences that the author has locked; those that stand in the memory are to be kept word for word.</param>
    /// <param name="play">How the story is played, when plans are to be actions; null for one that is written.</param>
    public static Prompt Render(
        StoryCard card,
        StorySettings settings,
        ReplyForm form,
        IReadOnlyDictionary<Section, string> arrived,
        IReadOnlyCollection<Section> missing,
        string shortTermMemory,
        string plan,
        IReadOnlyList<string>? locked = null,
        PlaySettings? play = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(arrived);
        var repair = form.Only(missing);
        var standing = missing.Contains(Section.Memory) ? LockedMemory.Standing(shortTermMemory, locked ?? []) : [];
        var paragraph = string.Join("\n\n", form.Sections.Where(section => Kind(section) == PartKind.Paragraph && arrived.ContainsKey(section)).Select(section => arrived[section]));
        var rest = form.Sections.Where(section => Kind(section) != PartKind.Paragraph && arrived.ContainsKey(section))
            .Select(section => (Name: Labels.Of(section, form), Text: arrived[section])).ToList();
        var marks = Marks.For([.. CardText.Texts(card), shortTermMemory, plan, paragraph, .. rest.Select(part => part.Text)]);
        return new Prompt(repair, play is null ? System : OfPlay,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            .. Carried(PartKind.ShortTermMemory, PartNames.ShortTermMemory, shortTermMemory),
            .. Carried(PartKind.Plan, PartNames.Plan, plan),
            .. Carried(PartKind.Paragraph, PartNames.NewParagraph, paragraph),
            .. rest.SelectMany(part => Carried(PartKind.Card, part.Name, part.Text)),
            new(PartKind.Task, TaskLines.Locked(marks, standing) + Task(card, settings, form, repair, standing, play)),
        ]);

        IEnumerable<PromptPart> Carried(PartKind kind, string name, string text) =>
            text.Length > 0 ? [new PromptPart(kind, marks.Around(name, text))] : [];
    }

    private static PromptPart Head(string role, string plans) => new(PartKind.Instructions, $"""
        You are {role}. Part of your last reply was lost. What arrived is given to you and stands as it is. Write only the missing sections, so that they fit what arrived.

        {SharedHead.Rules}

        {SharedHead.Memory}
        {plans}
        """.ReplaceLineEndings("\n"));

    private static string Task(StoryCard card, StorySettings settings, ReplyForm form, ReplyForm repair, IReadOnlyList<string> locked, PlaySettings? play) => string.Join('\n',
    [
        "",
        "Write the missing sections now.",
        PlayLines.Kind(card, play),
        .. play is null ? Array.Empty<string>() : [PlayLines.Person(play.Person)],
        $"- A paragraph: about {settings.ParagraphSentences} sentences.",
        TaskLines.Memory(Section.Memory, card, settings, repair, locked).ReplaceLineEndings("\n"),
        .. form.Sections.Contains(Section.Instruction1) ? [PlayLines.Plans(settings, play)] : Array.Empty<string>(),
        TaskLines.Language,
        TaskLines.Sections(repair),
    ]);

    private static PartKind Kind(Section section) => section is Section.Paragraph or Section.Paragraph1 or Section.Paragraph2 or Section.Paragraph3
        ? PartKind.Paragraph
        : PartKind.Card;
}
