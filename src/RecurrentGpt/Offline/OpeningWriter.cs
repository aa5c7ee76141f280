using RecurrentGpt.Stories;

namespace RecurrentGpt.Offline;

/// <summary>Writes what only an opening has: title, outline, three paragraphs, and the first facts of memory.</summary>
internal sealed class OpeningWriter(SampleRequest request, Stage stage)
{
    private const int MostPremise = 3;
    private const int LongestPremise = 60;

    private readonly Voice _voice = stage.Voice;

    internal string Title() => request.Title.Length > 0 ? request.Title : _voice.Titled(Draw("title", 0)[0]);

    internal string Outline() => string.Join(_voice.Join, Draw("outline", 2));

    /// <summary>One of the three paragraphs, from 0.</summary>
    internal string Paragraph(int number)
    {
        if (request.Person is not null)
        {
            return Played(number);
        }

        var scene = Scene(number);
        var events = Draw("opening" + Digit(number), number).ToList();
        if (number == 0)
        {
            events.InsertRange(0, [.. PremiseTold(), .. Token()]);
        }

        return ParagraphWriter.Write(stage, scene, events, request.Sentences, "");
    }

    private string Played(int number)
    {
        var scene = stage.Played(Scene(number));
        var events = new Deck(_voice, scene.StorySeed).Draw("playopening" + Digit(number), scene);
        return new PlayWriter(request, stage).Open(scene, number == 0 ? [.. PremisePlayed(scene), .. events] : events, isLast: number == 2);
    }

    private IEnumerable<string> PremisePlayed(Scene scene)
    {
        var deck = new Deck(_voice, scene.StorySeed);
        return Voice.Sentences(request.Premise).Take(MostPremise).Select(sentence => _voice.Lead(sentence, stage.Cast[0], scene.Reader!)
            ?? deck.Draw("begin", scene, ("gist", _voice.Gist(sentence)))[0]);
    }

    /// <summary>What memory must know after the three paragraphs.</summary>
    internal List<string> Facts()
    {
        var premise = Voice.Sentences(request.Premise).Where(sentence => Prose.Words(sentence) <= LongestPremise).Take(1)
            .Select(sentence => _voice.Tell(sentence, Scene(0).P) is null ? Say("about", sentence) : _voice.Fact(sentence, Scene(0).P));
        return [.. Draw("facts", 2), .. Token(), .. premise, .. new Deck(_voice, Scene(2).StorySeed).Draw("open", Scene(2))];
    }

    /// <summary>What memory must know after an opening that the author wrote: its own sentences.</summary>
    internal List<string> FactsOf(string opening) =>
        [.. Events.Telling(opening, _voice).Distinct(), .. new Deck(_voice, stage.Now().StorySeed).Draw("open", stage.Now() with { Thing = stage.Carried() })];

    private string[] Token() => stage.HasOwnMotif ? [] : Draw("token", 0);

    private string Say(string kind, string sentence) => new Deck(_voice, Scene(0).StorySeed).Draw(kind, Scene(0), ("gist", _voice.Gist(sentence)))[0];

    private IEnumerable<string> PremiseTold()
    {
        var scene = Scene(0);
        var deck = new Deck(_voice, scene.StorySeed);
        return Voice.Sentences(request.Premise).Take(MostPremise).Select(sentence => _voice.Tell(sentence, scene.P)
            ?? deck.Draw("begin", scene, ("gist", _voice.Gist(sentence)))[0]);
    }

    private string[] Draw(string kind, int number) => new Deck(_voice, Scene(number).StorySeed).Draw(kind, Scene(number));

    // The object turns up in the third paragraph; memory and plans go on from it. Until then the story is about what the premise is about.
    private Scene Scene(int number) => stage.Of(number) with { Thing = number < 2 ? stage.Motif : stage.Of(2).Thing, Spot = stage.Of(number % 2).Spot, Spot2 = stage.Of(2).Spot, Carry = stage.Motif };

    private static string Digit(int number) => ((char)('1' + number)).ToString();
}
