using System.Globalization;
using RecurrentGpt.Play;

namespace RecurrentGpt.Prompts;

/// <summary>What a turn's task says of the arc: its number, its tension, and what the turn has to do.</summary>
internal static class ArcLines
{
    // By tension, from 1.
    private static readonly string[] Tensions =
    [
        "calm; nothing presses",
        "calm, with one thing that is not as it should be",
        "uneasy; small signs, and time to look at them",
        "uneasy; somebody wants something and does not say all of it",
        "drawn; a choice has begun to cost",
        "drawn; what the main character has could be lost",
        "tight; those who stand against them act in the open",
        "tight; a way back is closed",
        "at the edge; all that was put off comes due",
        "it breaks; the next thing done decides it",
    ];

    internal static string Heading(PlayTurn turn) => turn.Kind switch
    {
        TurnKind.Entry => "Write the paragraph that brings the reader in now, and what follows it.",
        TurnKind.Ending => Line($"Write turn {turn.Number} now, the last one, and what follows it."),
        TurnKind.Epilogue => "Write the epilogue now, and what follows it.",
        _ when Arc.Turns(turn.Play.Length) is { } turns => Line($"Write turn {turn.Number} of {turns} now, and what follows it."),
        _ => Line($"Write turn {turn.Number} now, and what follows it. No ending is set."),
    };

    internal static string Tension(PlayTurn turn) => Arc.Tension(turn) is var tension ? Line($"- Tension: {tension} of {Tensions.Length}: {Tensions[tension - 1]}.") : "";

    /// <summary>What the turn has to do in its arc.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="comesBack">Whether the story had ended before it.</param>
    internal static string Phase(PlayTurn turn, bool comesBack) => Arc.Phase(turn) switch
    {
        ArcPhase.Entry => comesBack ? PlayLines.ComesBack : PlayLines.Enters,
        ArcPhase.Ending => PlayLines.Ends,
        ArcPhase.Epilogue => PlayLines.Epilogue,
        ArcPhase.Breath => "- Phase: a breath. Something gives way or is understood; what is open stays open." + Left(turn),
        ArcPhase.Crisis => "- Phase: crisis. The threads come together, nothing new is begun, and every way costs something." + Left(turn),
        _ => "- Phase: rising. The action leads deeper in; it answers less than it asks." + Left(turn),
    };

    private static string Left(PlayTurn turn) => (Arc.Turns(turn.Play.Length) - turn.Number) switch
    {
        null or <= 0 => "",
        1 => " The next turn is the ending: bring everything to the point from which it can come.",
        { } left => Line($" The ending is {left} turns away: do not end the story before, and leave nothing so open that it cannot be reached."),
    };

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
