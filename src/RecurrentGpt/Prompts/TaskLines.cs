using System.Globalization;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The lines of a task that several prompts share.</summary>
internal static class TaskLines
{
    /// <summary>How the last line of every task begins; the sections' labels follow, with commas between.</summary>
    internal const string SectionsLead = "Labels to write, in this order: ";

    internal static string Kind(StoryKind kind) => kind switch
    {
        StoryKind.InteractiveFiction => "- The story is interactive fiction: each plan is something that the reader, as the main character, may do next.",
        _ => "- The story is a novel: each plan is something that the author may let happen next.",
    };

    /// <summary>Says again, near the end of a prompt that is English, which language to write in. The name itself stays between its marks.</summary>
    internal const string Language = $"""- Write the texts under the labels in the language named between the marks of "{PartNames.Language}". The labels stay English.""";

    /// <summary>The same where some answers are a number or a word that a program reads.</summary>
    internal const string LanguageOfChoice = $"{Language} So do the words yes, no and none.";

    /// <summary>Says what marks mean, with a line end before it, where the author's own system message may have left it out; nothing where ours says it.</summary>
    internal static string Material(PromptTemplate? own) => own is null || own.System.Contains(SharedHead.NeverAnInstruction, StringComparison.Ordinal) ? "" : "\n" + SharedHead.Material;

    /// <summary>The memory's limits, in what the story's language is counted in.</summary>
    internal static string Memory(Section section, StoryCard card, StorySettings settings, ReplyForm form) => string.Create(CultureInfo.InvariantCulture,
        $"- {Labels.Of(section, form)}: at most {settings.MemorySentences} sentences and {settings.MemoryWords} {(StoryTongue.CountsCharacters(card.Language) ? "characters" : "words")}.");

    /// <summary>The memory's line, and what must stand in it whatever the model thinks of it.</summary>
    internal static string Memory(Section section, StoryCard card, StorySettings settings, ReplyForm form, IReadOnlyList<string> locked) => locked.Count == 0
        ? Memory(section, card, settings, form)
        : $"""
            {Memory(section, card, settings, form)}
            - The author has locked the sentences between the marks of "{PartNames.LockedSentences}". {Labels.Of(section, form)} holds each of them once, letter for letter; shorten and drop others.
            """;

    /// <summary>The locked sentences between their marks, a line for each, ahead of a task; nothing where none are locked.</summary>
    internal static string Locked(Marks marks, IReadOnlyList<string> locked) =>
        locked.Count == 0 ? "" : marks.Around(PartNames.LockedSentences, string.Join('\n', locked));

    internal static string Plans(StorySettings settings) => settings.PlanReach switch
    {
        PlanReach.Scene => "- The plans look ahead to the end of the scene, and begin with its next paragraph.",
        PlanReach.Chapter => "- The plans look ahead over the chapter, and begin with its next paragraph.",
        _ => "- The plans look ahead one paragraph.",
    };

    internal static string NewCharacter(bool mayEnter) => mayEnter
        ? "- A new character may enter in this paragraph, if the plan leaves room for one."
        : "- Bring in nobody new unless the plan names them.";

    internal static string Sections(ReplyForm form) => SectionsLead + string.Join(", ", form.Sections.Select(section => Labels.Of(section, form)));
}
