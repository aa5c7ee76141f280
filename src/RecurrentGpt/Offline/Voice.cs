using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Offline;

/// <summary>A language of the sample writer: its banks, and how it reads and writes.</summary>
internal abstract class Voice
{
    /// <summary>The slot whose list depends on the time of day.</summary>
    internal const string HourSlot = "hour";

    /// <summary>Parts of a day that the story steps through, a paragraph each.</summary>
    internal const int HoursADay = 6;

    /// <summary>What stands between two sentences.</summary>
    internal abstract string Join { get; }

    /// <summary>The banks for a story: the objects of its genre, and the scenery of its place.</summary>
    internal abstract Banks Banks(string genre, string premise);

    /// <summary>The people that a text names, in the order in which they appear.</summary>
    internal abstract IReadOnlyList<Person> People(string text);

    /// <summary>A person of a pleasant name who is not among those taken, and who fits a role; the role may be empty.</summary>
    internal abstract Person Invent(ulong seed, IReadOnlyCollection<Person> taken, string role);

    internal abstract string? PlaceIn(string text);

    internal abstract string? SpotIn(string text, Banks banks);

    /// <summary>The object of the banks, or else the noun, that a text speaks of most, and last.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="banks">The objects that are known.</param>
    /// <param name="anyNoun">Whether a noun will do that is in no bank.</param>
    /// <param name="but">One that does not count.</param>
    internal abstract string? ThingIn(string text, Banks banks, bool anyNoun, string but = "");

    internal abstract string? RoleIn(string premise);

    /// <summary>The text of a slot that names a part of the scene; null when it names none.</summary>
    internal abstract string? Word(string slot, Scene scene);

    /// <summary>A sentence of a plan as the story tells it; null when it cannot be told safely.</summary>
    internal abstract string? Tell(string clause, Person main);

    /// <summary>A sentence of the premise as memory keeps it.</summary>
    internal abstract string Fact(string sentence, Person main);

    /// <summary>Whether a thing can be held and looked at, so that one may say how it feels to the hand.</summary>
    internal abstract bool IsTangible(string thing, Banks banks);

    /// <summary>The reader of a play, as its text names them.</summary>
    internal abstract Doer Reader(PlayPerson person);

    /// <summary>A person, as memory names them.</summary>
    internal abstract Doer Of(Person person);

    /// <summary>What a reader typed or chose, as done; null when it cannot be told safely.</summary>
    internal abstract string? Do(string action, Doer doer);

    /// <summary>What a reader typed, without who does it and without its stop: "fly over the wall".</summary>
    internal abstract string Bare(string action, Doer doer);

    /// <summary>A sentence of the premise about the main character, told of the reader; null when it is about somebody else or cannot be told safely.</summary>
    internal abstract string? Lead(string sentence, Person main, Doer reader);

    /// <summary>An action as a choice says it.</summary>
    internal abstract string Choice(string action, PlayPerson person);

    /// <summary>The list of sentences that answer what the story cannot bear, such as flying where nobody flies, or words about the program; null for anything else.</summary>
    internal abstract string? Beyond(string action, string known);

    /// <summary>What is left of a sentence that cannot be told: the thing that it is about.</summary>
    internal abstract string Gist(string clause);

    /// <summary>Puts the last touch to a sentence: capital letters, articles.</summary>
    internal abstract string Finish(string sentence);

    /// <summary>A title as titles are written.</summary>
    internal abstract string Titled(string title);

    /// <summary>Goes over a paragraph: a name at the head of each sentence becomes a pronoun where that is clear.</summary>
    internal abstract IReadOnlyList<string> Smooth(IReadOnlyList<string> sentences, Scene scene);

    /// <summary>The sentence of memory that says the day and hour of paragraph <paramref name="turn"/>.</summary>
    internal abstract string HourOf(int turn);

    /// <summary>Reads <see cref="HourOf"/> back.</summary>
    internal abstract int? TurnIn(string sentence);

    /// <summary>Whether a sentence of memory says that something is open, in our own words.</summary>
    internal abstract bool IsOpen(string sentence);

    /// <summary>How the sentence of a plan begins that takes up a wish. The story does not tell it.</summary>
    internal abstract string WishLead { get; }

    /// <summary>The sentence of a plan that takes up a wish.</summary>
    internal abstract string Wished(string wish);

    /// <summary>What the language has for choosing a plan and judging a condition.</summary>
    internal abstract ChoiceBank Choosing { get; }

    internal static string ListOf(string slot, Scene scene) =>
        slot == HourSlot ? HourSlot + (scene.Turn % HoursADay).ToString(System.Globalization.CultureInfo.InvariantCulture) : slot;

    internal static IReadOnlyList<string> Sentences(string text) => Prose.Sentences(text);

    /// <summary>The voice for a story: Chinese when its language is, or when its premise is written so and its language is none that we know or the usual one; English otherwise.</summary>
    internal static Voice For(SampleRequest request)
    {
        var language = request.Language.ToUpperInvariant();
        string[] names = ["CHINESE", "MANDARIN", "中文", "汉语", "漢語", "普通话", "ZH"];
        var tag = StoryTongue.TagOf(request.Language)?.Split('-')[0];
        var chinese = tag == "zh" || names.Any(language.Contains) || (tag is null or "en" && IsMostlyChinese(request.Premise + request.LastParagraph));
        return chinese ? Chinese.ChineseVoice.Instance : English.EnglishVoice.Instance;
    }

    private static bool IsMostlyChinese(string text) => !text.Any(Script.IsKana) && text.Count(c => c is >= '\u4E00' and <= '\u9FFF') * 2 > text.Count(char.IsLetter);
}
