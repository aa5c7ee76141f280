using System.Globalization;
using RecurrentGpt.Play;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The lines about a play that several prompts share.</summary>
internal static class PlayLines
{
    internal const string Ends = "- The story ends with this turn. The reader's action happens, and through it the story comes to its end: what has driven it is decided, at a price, and the reader can see what their actions led to. "
        + "What memory holds open is settled, or stays open on purpose. The last sentence is an end: no cliffhanger, and nothing to choose.";

    internal const string Epilogue = "- This is the epilogue, some time after the ending: what became of the main character, of the others, of the place and of what mattered. Here you may tell of the main character what nobody chose. "
        + "It is quiet, nothing new begins, and nothing is to be chosen.";

    internal const string Enters = "- The reader enters now and has done nothing yet. Bring them into the story where it stands, as its main character, whoever told it until now: where they are, what they see, who wants something of them.";

    internal const string ComesBack = "- The story had ended, and the reader plays on. Some time has gone by. Something or somebody calls the main character back: a matter that the ending left open, or the price of it.";

    /// <summary>How the story is played that a request is for; null when it is written at a desk. What was played goes on as it was begun.</summary>
    internal static PlaySettings? Of(StoryCard card, StorySettings settings, PlayTurn? turn) => turn?.Play ?? (card.Kind == StoryKind.InteractiveFiction ? settings.Play : null);

    internal static string Person(PlayPerson person) => person == PlayPerson.First
        ? "- The main character is \"I\" in the text: the first person tells the story. Only other people use a name for them."
        : "- The main character is \"you\" in the text: the second person tells the story. Only other people use a name for them.";

    internal static string Choices(PlayPerson person) => string.Create(CultureInfo.InvariantCulture, $"""
        - {Label(Section.Instruction1)} to 3: three actions that the main character may do next. Each is one sentence, two at most, of about 25 words at most, and says the action alone{(person == PlayPerson.First
            ? ", in the first person, such as \"I open the gate.\"" : ", as one tells somebody to do it, such as \"Open the gate.\"")}
        """);

    /// <summary>What a step's task says of the plans, where they are to be actions.</summary>
    internal static string Plans(StorySettings settings, PlaySettings? play) => play is null ? TaskLines.Plans(settings) : Choices(play.Person);

    internal static string Kind(StoryCard card, PlaySettings? play) => play is null ? TaskLines.Kind(card.Kind) : TaskLines.Kind(StoryKind.InteractiveFiction);

    /// <summary>A choice of the worked example: "Open the gate." or "I open the gate."</summary>
    internal static string Choice(PlayPerson person, string action) => person == PlayPerson.First ? "I " + action : char.ToUpperInvariant(action[0]) + action[1..];

    private static string Label(Section section) => Labels.Of(section, ReplyForm.Step);
}
