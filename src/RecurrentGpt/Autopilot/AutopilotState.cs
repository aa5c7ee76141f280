namespace RecurrentGpt.Autopilot;

/// <summary>How an unattended run stands.</summary>
public enum AutopilotState
{
    /// <summary>It writes; nobody else may.</summary>
    Running,

    /// <summary>It waits for the person, who may write by hand meanwhile, and can be resumed.</summary>
    Paused,

    /// <summary>A fuse has blown; it can be resumed.</summary>
    Blown,

    /// <summary>The program ended under it; it can be resumed.</summary>
    Interrupted,

    /// <summary>The person ended it before its last step.</summary>
    Stopped,

    /// <summary>All its steps are written.</summary>
    Done,
}
