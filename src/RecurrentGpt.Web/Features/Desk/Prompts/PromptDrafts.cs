using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Prompts;

/// <summary>Keeps what was typed into prompts and not saved, story by story, as long as the page is open: closing the dialog loses nothing.</summary>
public sealed class PromptDrafts
{
    private readonly Dictionary<Guid, PromptEdits> _byStory = [];

    public bool IsUnsaved(Guid storyId) => _byStory.TryGetValue(storyId, out var edits) && edits.IsUnsaved;

    /// <summary>The prompts as they were typed, or else as they are stored.</summary>
    public PromptEdits Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return IsUnsaved(story.Id) ? _byStory[story.Id] : _byStory[story.Id] = new PromptEdits(story.Prompts);
    }
}
