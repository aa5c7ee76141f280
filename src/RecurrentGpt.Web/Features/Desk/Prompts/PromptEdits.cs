using RecurrentGpt.Prompts;

namespace RecurrentGpt.Web.Features.Desk.Prompts;

/// <summary>The prompts of one story as they are being edited.</summary>
public sealed class PromptEdits
{
    public PromptEdits(StoryPrompts saved) => Open(saved);

    /// <summary>What is stored, as far as this desk knows.</summary>
    public StoryPrompts Saved { get; private set; } = StoryPrompts.Default;

    public PromptEdit Step { get; private set; } = null!;

    public PromptEdit NewPlans { get; private set; } = null!;

    public IReadOnlyList<PromptEdit> All => [Step, NewPlans];

    /// <summary>What is stored of one of <see cref="All"/>; ours when nothing is.</summary>
    public PromptTemplate StoredAt(int index) => (index == 0 ? Saved.Step : Saved.NewPlans) ?? All[index].Form.Default;

    public StoryPrompts Typed => new() { Step = Step.Own, NewPlans = NewPlans.Own };

    public bool IsUnsaved => Typed != Saved.WithoutOurs();

    public bool HasProblems => All.Any(edit => edit.Problems.Count > 0);

    /// <summary>Takes in what came of a save. What was typed stays when it was refused, and the next save is made knowing the other prompts.</summary>
    public void Take(PromptSave save)
    {
        ArgumentNullException.ThrowIfNull(save);
        if (save.Saved)
        {
            Open(save.Current);
        }
        else
        {
            Saved = save.Current;
        }
    }

    /// <summary>Goes back to what is stored.</summary>
    public void Drop() => Open(Saved);

    private void Open(StoryPrompts saved)
    {
        Saved = saved;
        Step = new PromptEdit(TemplateForm.Step, saved.Step);
        NewPlans = new PromptEdit(TemplateForm.NewPlans, saved.NewPlans);
    }
}
