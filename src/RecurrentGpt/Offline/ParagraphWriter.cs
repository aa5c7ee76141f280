namespace RecurrentGpt.Offline;

/// <summary>Writes a paragraph: what happens, with what is seen, said and thought in between.</summary>
internal static class ParagraphWriter
{
    private const int ShortParagraph = 8;

    private static readonly string[][] Patterns =
    [
        ["moves", "exchange", "sense", "thought", "object", "speech"],
        ["sense", "speech", "moves", "exchange", "thought", "object"],
        ["object", "moves", "exchange", "thought", "speech", "sense"],
        ["thought", "exchange", "moves", "sense", "object", "speech"],
        ["moves", "sense", "speech", "object", "exchange", "thought"],
    ];

    internal static string Write(Stage stage, Scene scene, IReadOnlyList<string> events, int sentences, string lastParagraph)
    {
        var deck = new Deck(stage.Voice, scene.StorySeed);
        var told = Thin(Fresh(events, lastParagraph, deck, scene), Math.Max(3, sentences - 1));
        var written = new List<string>();
        if (told.Count < sentences)
        {
            written.AddRange(deck.Draw("setting", scene with { Spot = told.Select(tell => stage.Voice.SpotIn(tell, stage.Banks)).FirstOrDefault(spot => spot is not null) ?? scene.Spot }));
        }

        var closes = sentences >= ShortParagraph ? 1 : 0;
        var between = Math.Max(0, sentences - told.Count - written.Count - closes);
        var around = new Surroundings(stage, deck, scene, Patterns[StableHash.Below(scene.StepSeed, Patterns.Length)]);
        for (var i = 0; i < told.Count; i++)
        {
            written.Add(told[i]);
            written.AddRange(around.After(told[i], Share(between, i, told.Count)));
        }

        written.AddRange(told.Count == 0 ? around.After("", between) : []);
        written.AddRange(closes > 0 ? deck.Draw("closing", scene) : []);
        return string.Join(stage.Voice.Join, stage.Voice.Smooth(written, scene));
    }

    private static int Share(int total, int index, int count) => ((index + 1) * total / count) - (index * total / count);

    // A plan that is followed twice in a row would be told in the same words.
    private static List<string> Fresh(IReadOnlyList<string> events, string lastParagraph, Deck deck, Scene scene) =>
    [
        .. events.Distinct().Select(told => lastParagraph.Contains(told, StringComparison.Ordinal)
            ? deck.Draw("again", scene, ("told", told))[0]
            : told),
    ];

    private static List<string> Thin(List<string> events, int most) => events.Count <= most
        ? events
        : [.. Enumerable.Range(0, most).Select(i => events[i * (events.Count - 1) / Math.Max(1, most - 1)])];

    /// <summary>What stands between the events, kind after kind. It stays where the last event was, with the object that this was about.</summary>
    private sealed class Surroundings(Stage stage, Deck deck, Scene scene, string[] pattern)
    {
        private Scene _here = scene;
        private int _next;

        internal List<string> After(string told, int count)
        {
            var leads = stage.Named(told) is [var first, ..] && first.Name == _here.Q?.Name;
            _here = _here with
            {
                Spot = stage.Voice.SpotIn(told, stage.Banks) ?? _here.Spot,
                Thing = stage.Voice.ThingIn(told, stage.Banks, anyNoun: false) ?? _here.Thing,
            };
            return Take(count, leads ? _here.Turned() : _here);
        }

        private List<string> Take(int count, Scene view)
        {
            var taken = new List<string>();
            while (taken.Count < count)
            {
                var kind = pattern[_next++ % pattern.Length];
                if (kind == "object" && !stage.Voice.IsTangible(view.Thing, stage.Banks))
                {
                    continue;
                }

                if (kind != "exchange" || (count - taken.Count > 1 && view.Q is not null))
                {
                    taken.AddRange(deck.Draw(kind, kind == "speech" ? view.Turned() : view));
                }
            }

            return taken;
        }
    }
}
