namespace RecurrentGpt.Prompts;

/// <summary>The prompts that an author has put into their own words for one story. What is null is ours.</summary>
public sealed record StoryPrompts
{
    /// <summary>All prompts in our words.</summary>
    public static StoryPrompts Default { get; } = new();

    /// <summary>The prompt of a step that is written at a desk; null for ours. A turn of a play is not written with it: its words say nothing of actions and endings.</summary>
    public PromptTemplate? Step { get; init; }

    /// <summary>The prompt that asks for new plans; null for ours.</summary>
    public PromptTemplate? NewPlans { get; init; }

    /// <summary>The same prompts, with null for every one that says just what ours says.</summary>
    public StoryPrompts WithoutOurs() => new()
    {
        Step = Step == TemplateForm.Step.Default ? null : Step,
        NewPlans = NewPlans == TemplateForm.NewPlans.Default ? null : NewPlans,
    };
}

/// <summary>A prompt in an author's words.</summary>
/// <param name="System">The system message, sent as it stands.</param>
/// <param name="Layout">
/// The user message. A name in braces on a line of its own, such as <c>{plan}</c>, stands for the part of that name, marks and all.
/// </param>
public sealed record PromptTemplate(string System, string Layout);
