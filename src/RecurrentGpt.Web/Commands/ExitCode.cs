namespace RecurrentGpt.Web.Commands;

/// <summary>What a verb ends with. Scripts read these, so they never change.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something outside gave way: a full disk, a server that does not answer the health check.</summary>
    public const int Failed = 1;

    /// <summary>Asked for in a way that cannot be done; nothing has been written.</summary>
    public const int Usage = 2;

    /// <summary>The model failed; what it had written before is kept.</summary>
    public const int ModelFailed = 3;

    /// <summary>What was asked to stop the run has stopped it before its last step; what was written is kept.</summary>
    public const int FuseBlown = 4;

    /// <summary>Ctrl+C; what was written is kept.</summary>
    public const int Stopped = 130;
}
