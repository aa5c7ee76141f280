namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>How far a run has come, as the desk tells it.</summary>
public enum LivePhase
{
    Preparing,
    Recalling,
    AwaitingFirstWord,

    /// <summary>The prompt was too long and is sent again without recalled entries.</summary>
    LeavingOut,
    Writing,
    Reading,
    Repairing,
    Shortening,
    Differing,
    AwaitingRetry,
    Storing,

    /// <summary>All is written and cannot be stored now; that is tried again.</summary>
    AwaitingRoom,
}
