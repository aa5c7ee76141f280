namespace RecurrentGpt.Play;

/// <summary>The arc of a story that is played: so many turns, a tension that rises, an ending within them, an epilogue, and, when the reader plays on, another arc.</summary>
public static class Arc
{
    /// <summary>The turns of a length until and with the ending; null for a story without one.</summary>
    public static int? Turns(PlayLength length) => length switch
    {
        PlayLength.Short => 12,
        PlayLength.Medium => 30,
        PlayLength.Long => 80,
        _ => null,
    };

    /// <summary>The turn in which a reader acts next; null after an ending, where an epilogue or another entry comes first.</summary>
    /// <param name="head">The turn of the step that the story stands on; null when that was not played: then this is the first turn.</param>
    /// <param name="settings">The story's settings, for a first turn. A later one keeps those of its arc.</param>
    /// <param name="ends">Whether the reader wants the story to end with it.</param>
    public static PlayTurn? Next(PlayTurn? head, PlaySettings settings, bool ends = false)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (head is { IsEnd: true })
        {
            return null;
        }

        // A number that no turn has, in a file from elsewhere, begins the count anew.
        var (number, play) = (Math.Clamp(head?.Number ?? 0, 0, int.MaxValue - 1) + 1, head?.Play ?? settings);
        return new PlayTurn(ends || number >= Turns(play.Length) ? TurnKind.Ending : TurnKind.Action, number, play);
    }

    /// <summary>The turn that brings a reader into a story that was not played so far, or back into one that has ended.</summary>
    public static PlayTurn Entry(PlaySettings settings) => new(TurnKind.Entry, 0, settings);

    /// <summary>The turn after an ending; null anywhere else.</summary>
    public static PlayTurn? Epilogue(PlayTurn? head) => head is { Kind: TurnKind.Ending } ? head with { Kind = TurnKind.Epilogue } : null;

    /// <summary>
    /// How tight the story is, 1 (calm) to 10 (it breaks): it rises over the arc with small breaths, stands at 9 and 10 in the last turns before the ending, and falls
    /// after it. A story without an ending goes in waves of 12 turns.
    /// </summary>
    /// <param name="turn">The turn; it alone decides, so that a branch or an undone turn changes nothing.</param>
    public static int Tension(PlayTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Kind switch
        {
            TurnKind.Entry => TensionCurve.OfEntry,
            TurnKind.Ending => TensionCurve.Highest,
            TurnKind.Epilogue => TensionCurve.OfEpilogue,
            _ => TensionCurve.OfAction(Math.Max(1, turn.Number), Turns(turn.Play.Length)),
        };
    }

    /// <summary>Where in its arc a turn stands.</summary>
    public static ArcPhase Phase(PlayTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.Kind switch
        {
            TurnKind.Entry => ArcPhase.Entry,
            TurnKind.Ending => ArcPhase.Ending,
            TurnKind.Epilogue => ArcPhase.Epilogue,
            _ when Tension(turn) >= TensionCurve.OfCrisis => ArcPhase.Crisis,
            _ when turn.Number > 1 && Tension(turn) < Tension(turn with { Number = turn.Number - 1 }) => ArcPhase.Breath,
            _ => ArcPhase.Rising,
        };
    }
}
