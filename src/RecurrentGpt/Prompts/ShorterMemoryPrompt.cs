using System.Globalization;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt that asks, once, for a memory within its limits.</summary>
public static class ShorterMemoryPrompt
{
    private static readonly PromptPart System = new(PartKind.Instructions, $"""
        You are a novelist's co-writer. The short-term memory of the story has grown too long. Write it again, shorter. Keep what is open and what is needed next; drop what is settled; join what belongs together.
        Add nothing.

        {SharedHead.Rules}

        {SharedHead.Memory}
        """.ReplaceLineEndings("\n"));

    /// <summary>Renders the prompt.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="settings">The limits.</param>
    /// <param name="memory">The memory that is too long.</param>
    /// <param name="locked">Sentences that the author has locked; those that stand in the memory are to be kept word for word.</param>
    public static Prompt Render(StoryCard card, StorySettings settings, string memory, IReadOnlyList<string>? locked = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        var standing = LockedMemory.Standing(memory, locked ?? []);
        var marks = Marks.For([.. CardText.Texts(card), memory]);
        return new Prompt(ReplyForm.ShorterMemory, System,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.ShortTermMemory, marks.Around(PartNames.LongMemory, memory)),
            new(PartKind.Task, TaskLines.Locked(marks, standing) + string.Create(CultureInfo.InvariantCulture, $"""

                Write the shorter memory now.
                {TaskLines.Memory(Section.Memory, card, settings, ReplyForm.ShorterMemory, standing)}
                {TaskLines.Language}
                {TaskLines.Sections(ReplyForm.ShorterMemory)}
                """).ReplaceLineEndings("\n")),
        ]);
    }
}
