namespace RecurrentGpt.Faults.Tab;

/// <summary>What happens to a tab.</summary>
internal enum TabFault
{
    Close,
    Refresh,
    Background,
    Reset,
    Silence,
    ServerKilled,
}

/// <summary>What a round does to its tab.</summary>
/// <param name="For">How long it is cut off or in the background.</param>
/// <param name="IsStreaming">Whether a reply streams while it happens.</param>
internal sealed record TabRound(int Number, TabFault Fault, TimeSpan For, bool IsStreaming, TypedInto Box);

/// <summary>Where the author types while it happens.</summary>
internal enum TypedInto
{
    OwnPlan,
    Memory,
    Paragraph,
}
