using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt that has a paragraph read again after its author edited it: a summary of the text as it is now, and memory where the edit makes it untrue.</summary>
public static class RereadPrompt
{
    private static readonly PromptPart System = new(PartKind.Instructions, $"""
        You are a novelist's co-writer. The author has edited one paragraph of the story. You are given the paragraph as it was, the paragraph as it is now, and the short-term memory
        that the next paragraph will be written from. Other paragraphs may lie between the edited one and the present. The author's edit stands; do not judge it and do not write any of the story.

        {SharedHead.Rules}

        {SharedHead.Memory}

        The summary says in two or three sentences what happens in the paragraph as it is now. It tells of nothing that only the earlier text had.
        Find what differs between the two texts in what is told: who, what, where, when, why. Differences of style change nothing in memory.
        Change a sentence of memory only if the edit makes it untrue or leaves it incomplete, and change no more of it than that. Drop a sentence only if nothing of it is true any more.
        Add a sentence only for something new that the writer of the next paragraph must know. Give every other sentence back letter for letter, in its place.
        If the edit changes nothing that memory tells of, give the whole memory back as it is.
        The rationale says in a clause for each changed sentence what was dropped, added or reworded, and which part of the edit asks for it; if there is none, it says so.
        """.ReplaceLineEndings("\n"));

    /// <summary>Renders the prompt.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="settings">The limits of memory.</param>
    /// <param name="older">The paragraph as it was when memory was last told of it.</param>
    /// <param name="paragraph">The paragraph as it is now.</param>
    /// <param name="shortTermMemory">Short-term memory of the step that the story stands on.</param>
    /// <param name="form">The sections to ask for: <see cref="ReplyForm.Reread"/>, or those of it that are missing.</param>
    /// <param name="locked">Sentences that the author has locked; those that stand in the memory are to be kept word for word.</param>
    public static Prompt Render(
        StoryCard card, StorySettings settings, string older, string paragraph, string shortTermMemory, ReplyForm form, IReadOnlyList<string>? locked = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(form);
        var standing = LockedMemory.Standing(shortTermMemory, locked ?? []);
        var marks = Marks.For([.. CardText.Texts(card), older, paragraph, shortTermMemory]);
        return new Prompt(form, System,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.ShortTermMemory, marks.Around(PartNames.ShortTermMemory, shortTermMemory)),
            new(PartKind.Paragraph, marks.Around(PartNames.OlderParagraph, older)),
            new(PartKind.Paragraph, marks.Around(PartNames.EditedParagraph, paragraph)),
            new(PartKind.Task, TaskLines.Locked(marks, standing) + $"""

                Read the edited paragraph again now.
                {TaskLines.Memory(Section.Memory, card, settings, form, standing)}
                {TaskLines.Language}
                {TaskLines.Sections(form)}
                """.ReplaceLineEndings("\n")),
        ]);
    }
}
