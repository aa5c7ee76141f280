namespace RecurrentGpt.Offline;

/// <summary>Writes the paragraph of a turn: what the reader does as done, what the story answers, and a moment that only they can end; or an ending, or the time after it.</summary>
internal sealed class PlayWriter(SampleRequest request, Stage stage)
{
    private const int ManySentences = 20;

    private static readonly string[] Company = ["sense", "speech", "notice", "moves"];
    private static readonly string[] Quiet = ["sense", "notice", "moves"];
    private static readonly string[] More = ["object", "thought"];

    private readonly Deck _deck = new(stage.Voice, stage.Now().StorySeed);

    internal string Write()
    {
        var scene = stage.Played();
        var next = scene with { Thing = stage.Of(stage.Turn).Thing };
        return request.Arc switch
        {
            SampleArc.Epilogue => _deck.Draw("epilogue", scene) is var after ? Compose(Quiet, scene, after[..^2], after[^2..]) : "",
            SampleArc.Ending => Compose(Company, scene, Answered(scene), _deck.Draw("ending", scene)),
            SampleArc.Entry => Compose(Quiet, next, _deck.Draw("entry", next), _deck.Draw("press", next)),
            SampleArc.Return => Compose(Quiet, next, _deck.Draw("return", next), _deck.Draw("press", next)),
            _ => Compose(Company, scene, Answered(scene), [.. _deck.Draw("find", next), .. _deck.Draw("press", next)]),
        };
    }

    /// <summary>A paragraph of an opening.</summary>
    internal string Open(Scene scene, IReadOnlyList<string> events, bool isLast) => Compose(Quiet, scene, events, isLast ? _deck.Draw("press", scene) : []);

    private string Compose(string[] kinds, Scene scene, IReadOnlyList<string> first, string[] last)
    {
        var between = request.Sentences - first.Count - last.Length;
        var all = request.Sentences > ManySentences ? kinds.Concat(More).ToArray() : kinds;
        var start = StableHash.Below(scene.StepSeed, all.Length);
        var middle = Enumerable.Range(start, Math.Max(0, between)).Select(i => _deck.Draw(all[i % all.Length], scene)[0]);
        return string.Join(stage.Voice.Join, stage.Voice.Smooth([.. first, .. middle, .. last], scene));
    }

    // What was done is answered before anything else is seen.
    private string[] Answered(Scene scene) => [.. Told(scene), .. _deck.Draw("answer", scene)];

    private string[] Told(Scene scene)
    {
        if (stage.Voice.Beyond(request.Plan, request.Known) is { } beyond)
        {
            return _deck.Draw(beyond, scene, ("gist", stage.Voice.Bare(request.Plan, scene.Reader!)));
        }

        return
        [
            .. Voice.Sentences(request.Plan).Select(action => stage.Voice.Do(action, scene.Reader!) ?? _deck.Draw("done", scene, ("gist", stage.Voice.Gist(action)))[0])
                .Select(told => request.LastParagraph.Contains(told, StringComparison.Ordinal) ? _deck.Draw("again", scene, ("told", told))[0] : told),
        ];
    }
}
