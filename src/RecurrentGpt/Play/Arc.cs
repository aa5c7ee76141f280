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

        var (number, play) = ((head?.Number ?? 0) + 1, head?.Play ?? settings);
        return new PlayTurn(ends || number >= Turns(play.Length) ? TurnKind.Ending : TurnKind.Action, number, play);
    }

    /// <summary>The turn that brings a reader into a story that was not played so far, or back into one that has ended.</summary>
    public static PlayTurn Entry(PlaySettings settings) => new(TurnKind.Entry, 0, settings);

    /// <summary>The turn after an ending; null anywhere else.</summary>
    public static PlayTurn? Epilogue(PlayTurn? head) => head is { Kind: TurnKind.Ending } ? head with { Kind = TurnKind.Epilogue } : null;
}
