using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Offline;

/// <summary>Writes three actions that the reader may choose from, around what the paragraph has just brought up.</summary>
internal static class ActionWriter
{
    private const int Offered = 3;
    private const int Tries = 15;

    internal static List<string> Write(SampleRequest request, Stage stage, PlayPerson person)
    {
        var played = stage.Played();
        var scene = request.IsOpening ? played : played with { Thing = stage.Of(stage.Turn).Thing };
        var deck = new Deck(stage.Voice, scene.StorySeed);
        var refused = request.StandingPlans.Append(request.OfferedPlans).ToList();
        var actions = Enumerable.Range(0, Tries)
            .Select(_ => stage.Voice.Choice(deck.Draw("action", scene)[0], person))
            .Where(action => !refused.Any(text => text.Contains(action, StringComparison.Ordinal)))
            .ToList();
        return Different(actions, request.StandingPlans);
    }

    private static List<string> Different(IReadOnlyList<string> actions, IReadOnlyList<string> standing)
    {
        var taken = new List<string>();
        foreach (var action in actions)
        {
            if (taken.Count < Offered && !standing.Concat(taken).Any(other => PlanLikeness.Of(other, action) >= PlanLikeness.TooClose))
            {
                taken.Add(action);
            }
        }

        return [.. taken.Concat(actions.Except(taken)).Take(Offered)];
    }
}
