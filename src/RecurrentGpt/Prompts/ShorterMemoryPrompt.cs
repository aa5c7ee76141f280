using System.Globalization;
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
    public static Prompt Render(StoryCard card, StorySettings settings, string memory)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        var marks = Marks.For([.. CardText.Texts(card), memory]);
        return new Prompt(ReplyForm.ShorterMemory, System,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.ShortTermMemory, marks.Around(PartNames.LongMemory, memory)),
            new(PartKind.Task, string.Create(CultureInfo.InvariantCulture, $"""

                Write the shorter memory now.
                {TaskLines.Memory(Section.Memory, settings, ReplyForm.ShorterMemory)}
                {TaskLines.Sections(ReplyForm.ShorterMemory)}
                """).ReplaceLineEndings("\n")),
        ]);
    }
}
