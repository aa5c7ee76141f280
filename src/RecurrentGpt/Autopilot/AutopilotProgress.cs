namespace RecurrentGpt.Autopilot;

/// <summary>How the person wants an unattended run to end, once the step that is being written has.</summary>
public enum AfterStep
{
    /// <summary>It goes on.</summary>
    GoOn,

    /// <summary>It pauses.</summary>
    Pause,

    /// <summary>It ends for good.</summary>
    Stop,
}

/// <summary>What an unattended run does at this moment.</summary>
public enum AutopilotPhase
{
    /// <summary>It does nothing.</summary>
    Idle,

    /// <summary>A plan is chosen.</summary>
    Choosing,

    /// <summary>A paragraph is written.</summary>
    Writing,

    /// <summary>The stop condition is judged.</summary>
    Judging,

    /// <summary>The model has failed once; it is asked again after a wait.</summary>
    Waiting,
}

/// <summary>A picture of an unattended run at one moment, for screens.</summary>
/// <param name="Record">As it is stored.</param>
/// <param name="Phase">What it does.</param>
/// <param name="AfterStep">What the person has asked for after the step that is being written.</param>
/// <param name="TimeLeft">How long the rest may take, by the steps so far; null before the first, or while it does not run.</param>
public sealed record AutopilotProgress(AutopilotRecord Record, AutopilotPhase Phase, AfterStep AfterStep, TimeSpan? TimeLeft)
{
    /// <summary>Whether it writes now.</summary>
    public bool IsRunning => Record.State == AutopilotState.Running;
}
