using RecurrentGpt.Play;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt of the first call of a story that is played: title, outline, three paragraphs around the reader, memory and three actions, from the premise.</summary>
public static class PlayOpeningPrompt
{
    private static readonly PromptPart System = new(PartKind.Instructions, $"""
        You are the storyteller of a story that its reader plays: the reader is its main character, reads a passage, does something, and reads what comes of it. You give it a title, an outline and its first
        three paragraphs, up to the moment at which the reader acts for the first time, and you leave everything in order for whoever writes the turn after it.

        {SharedHead.Rules}

        - {L(Section.Name)}: the title alone, on one line.
        - {L(Section.Outline)}: where the story may go, in five to eight sentences: what drives it, who stands against the main character, what it might cost, what kinds of ending it could have. It is a direction and not a promise.
          The reader's actions decide.
        - The three paragraphs are prose, and follow one another without a gap. The first sets the main character, who is the reader, in a place with something wrong; the second lets us learn what is at stake, and brings in somebody who
          wants something of them; the third stops where something must be done and only the reader can do it. Do not ask the reader what they do, and do not list what they might do.
        - Say of the main character what can be seen and what is theirs by the premise: who they are, what they carry, why they are here. What they think of it, want and answer is the reader's.
        - {L(Section.Memory)}: the short-term memory after the third paragraph. {SharedHead.Memory}
          In it the main character has a name, or is "the main character" where nobody has named them, and is told of in the third person.
        {SharedHead.Actions}
        """.ReplaceLineEndings("\n"));

    /// <summary>Renders the prompt of an opening; who the reader is in it stands in <see cref="StorySettings.Play"/>.</summary>
    public static Prompt Render(StoryCard card, StorySettings settings)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        var marks = Marks.For(CardText.Texts(card));
        return new Prompt(ReplyForm.Opening, System,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.Task, $"""

                Begin the story now.
                {PlayLines.Person(settings.Play.Person)}
                {Length(settings.Play)}
                - Each of the three paragraphs: about {settings.ParagraphSentences} sentences.
                {TaskLines.Memory(Section.Memory, card, settings, ReplyForm.Opening)}
                {PlayLines.Choices(settings.Play.Person)}
                {TaskLines.Language}
                {TaskLines.Sections(ReplyForm.Opening)}
                """.ReplaceLineEndings("\n")),
        ]);
    }

    private static string Length(PlaySettings play) => Arc.Turns(play.Length) is { } turns
        ? $"- The story is played in {turns} turns, and ends with the last of them. Begin something that can be brought to its end in so many."
        : "- No ending is set. Begin something that has room to grow.";

    private static string L(Section section) => Labels.Of(section, ReplyForm.Opening);
}
