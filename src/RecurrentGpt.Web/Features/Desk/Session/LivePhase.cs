namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>How far a run has come, as the desk tells it.</summary>
public enum LivePhase
{
    Preparing,
    Recalling,
    AwaitingFirstWord,
    Writing,
    Reading,
    Repairing,
    Shortening,
    Differing,
    AwaitingRetry,
    Storing,
}
