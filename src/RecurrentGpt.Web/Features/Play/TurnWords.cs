using Microsoft.Extensions.Localization;
using RecurrentGpt.Play;

namespace RecurrentGpt.Web.Features.Play;

internal static class TurnWords
{
    /// <summary>"Turn 5 of 12", without an end "Turn 5"; null for a turn in which nobody acts.</summary>
    public static string? Of(PlayTurn? turn, IStringLocalizer<PlayText> text) => turn switch
    {
        { Kind: TurnKind.Action or TurnKind.Ending } => Arc.Turns(turn.Play.Length) is { } turns ? text["TurnOf", turn.Number, turns].Value : text["TurnNumber", turn.Number].Value,
        _ => null,
    };
}
