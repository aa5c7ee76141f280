using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>A paragraph as it is read.</summary>
/// <param name="RunId">The run that wrote it.</param>
/// <param name="ParentId">The step before it; null for the first.</param>
/// <param name="Number">The paragraph's number in the draft.</param>
/// <param name="Turn">Its place in the arc; null when it was not played.</param>
/// <param name="Action">What the reader did to bring it about, in the words of the choice or their own; empty when they did nothing.</param>
public sealed record PlayPassage(Guid StepId, Guid RunId, Guid? ParentId, int Number, string Text, PlayTurn? Turn, string Action)
{
    /// <summary>Whether the reader acted here, and may act otherwise.</summary>
    public bool CanReplay => Turn is { Kind: TurnKind.Action or TurnKind.Ending } && ParentId is not null;

    /// <summary>The words of an action; what the arc does by itself is none of the reader's.</summary>
    public static string ActionOf(PlayTurn? turn, Plan? plan) =>
        turn is { Kind: TurnKind.Action or TurnKind.Ending } && plan is { Source: not PlanSource.Arc, Text: var text } ? text : "";
}
