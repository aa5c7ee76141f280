using RecurrentGpt.Stories;

namespace RecurrentGpt.Offline;

/// <summary>Writes three plans: three turns that a story can take, around people, places and objects that are there.</summary>
internal static class PlanWriter
{
    private const int Offered = 3;
    private const int LongestWish = 80;

    internal static IReadOnlyList<string> Write(SampleRequest request, Stage stage)
    {
        var beats = stage.Banks["beats"];
        var scene = stage.Of(stage.Turn);
        var start = StableHash.Below(StableHash.Of(scene.StorySeed, "beats"), beats.Length) + ((long)stage.Turn * Walk.Stride(beats.Length));
        var first = request.OfferedPlans.Length > 0 ? Offered + StableHash.Below(StableHash.Of(scene.StorySeed, request.OfferedPlans), Walk.Stride(beats.Length) - (3 * Offered)) : 0;
        var plans = Enumerable.Range(first, Walk.Stride(beats.Length))
            .Select(i => Plan(stage, beats, start + i, i % Offered))
            .Where(plan => !Repeats(plan, request))
            .Select(plan => plan + Wished(request.Wish, stage.Voice));
        return Different([.. plans], request.StandingPlans);
    }

    // In the order of the walk, those that are not like one that stands or was taken before; where there are too few, the next ones all the same.
    private static IReadOnlyList<string> Different(IReadOnlyList<string> plans, IReadOnlyList<string> standing)
    {
        var taken = new List<string>();
        foreach (var plan in plans)
        {
            if (taken.Count < Offered && !standing.Concat(taken).Any(other => PlanLikeness.AreTooClose(other, plan)))
            {
                taken.Add(plan);
            }
        }

        return [.. taken.Concat(plans.Except(taken)).Take(Offered)];
    }

    private static string Wished(string wish, Voice voice)
    {
        if (Voice.Sentences(wish) is not [var first, ..])
        {
            return "";
        }

        var said = first.TrimEnd('.', '!', '?', '。', '！', '？', '…');
        return voice.Join + voice.Wished(said.Length > LongestWish ? said[..LongestWish].TrimEnd() : said);
    }

    private static string Plan(Stage stage, string[] beats, long visit, int way)
    {
        var beat = beats[(int)(visit % beats.Length)];
        var use = visit / beats.Length;
        var cast = Cast(stage, way, beat);
        var thing = At(stage.Banks["things"], use, beat) is var first && first != stage.Keepsake ? first : At(stage.Banks["things"], use + Offered, beat);
        var scene = cast with
        {
            Thing = thing,
            Carry = thing == cast.Carry ? stage.Keepsake : cast.Carry,
            Spot = At(stage.Banks["spots"], use, beat),
            Spot2 = At(stage.Banks["spots"], use + 1, beat),
        };
        return string.Join(stage.Voice.Join, beat.Split('|').Select(sentence => Filler.Fill(sentence, stage.Voice, scene, use)));
    }

    // Each plan is somebody else's: the main character's with the second, the second's, the main character's with whoever has been out of sight.
    private static Scene Cast(Stage stage, int way, string beat)
    {
        var scene = stage.Of(stage.Turn);
        return way switch
        {
            1 => scene with { P = scene.Q!, Q = scene.P, Carry = stage.Keepsake },
            2 when !beat.Contains("{R}", StringComparison.Ordinal) => scene with { Q = scene.R!, R = scene.Q },
            _ => scene,
        };
    }

    private static string At(string[] words, long use, string beat) => words[(int)Walk.Place(use, words.Length, StableHash.Of(0, beat))];

    private static bool Repeats(string plan, SampleRequest request) => request.OfferedPlans.Contains(plan, StringComparison.Ordinal)
        || request.Plan.Contains(plan, StringComparison.Ordinal);
}
