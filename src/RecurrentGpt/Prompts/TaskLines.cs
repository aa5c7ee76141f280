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

    internal static string Memory(Section section, StorySettings settings, ReplyForm form) => string.Create(CultureInfo.InvariantCulture,
        $"- {Labels.Of(section, form)}: at most {settings.MemorySentences} sentences and {settings.MemoryWords} words.");

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
