using RecurrentGpt.Replies;

namespace RecurrentGpt.Prompts;

/// <summary>A prompt that an author may put into their own words, and what such a prompt must not lose.</summary>
public sealed class TemplateForm
{
    private TemplateForm(ReplyForm reply, string system, IReadOnlyList<string> parts)
    {
        Parts = parts;
        Default = new PromptTemplate(system, string.Join('\n', parts.Select(LayoutNames.InBraces)));
        Labels = [.. reply.Sections.Select(section => Replies.Labels.Of(section, reply)).Where(label => Names(system, label))];
    }

    /// <summary>The prompt of a step.</summary>
    public static TemplateForm Step { get; } = new(ReplyForm.Step, StepPrompt.Head,
    [
        LayoutNames.Card, LayoutNames.ShortTermMemory, LayoutNames.Recalled, LayoutNames.LastParagraph, LayoutNames.Plan, LayoutNames.Task,
    ]);

    /// <summary>The prompt that asks for new plans.</summary>
    public static TemplateForm NewPlans { get; } = new(ReplyForm.NewPlans, NewPlansPrompt.Head,
    [
        LayoutNames.Card, LayoutNames.ShortTermMemory, LayoutNames.LastParagraph, LayoutNames.OfferedPlans, LayoutNames.Task,
    ]);

    /// <summary>The prompt in our words.</summary>
    public PromptTemplate Default { get; }

    /// <summary>The names that must stand in the layout, each once.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>The labels that the system message must name: those that ours names. Others come with the task alone.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Whether a text names a label, as whole words: "Instruction 12" does not name "Instruction 1".</summary>
    internal static bool Names(string text, string label)
    {
        for (var at = text.IndexOf(label, StringComparison.Ordinal); at >= 0; at = text.IndexOf(label, at + 1, StringComparison.Ordinal))
        {
            var end = at + label.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
