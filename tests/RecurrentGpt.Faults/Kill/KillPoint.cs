namespace RecurrentGpt.Faults.Kill;

/// <summary>Where in its work the program is killed.</summary>
internal enum KillPoint
{
    /// <summary>The prompt is with the model's server, and nothing of the reply has come.</summary>
    Prompt,

    /// <summary>The first piece of the reply has come.</summary>
    FirstToken,

    /// <summary>The paragraph is coming.</summary>
    MidStream,

    /// <summary>The whole reply has come: it is read, its summary is embedded, and it is about to be stored.</summary>
    Parse,

    /// <summary>In the transaction that stores the step, before each of its statements.</summary>
    Transaction,

    /// <summary>Just after that transaction.</summary>
    AfterCommit,

    /// <summary>The schema is being changed.</summary>
    Migration,

    /// <summary>The story is being written into a file.</summary>
    Export,

    /// <summary>The database is being copied.</summary>
    Backup,

    /// <summary>Anywhere in an unattended run.</summary>
    Autopilot,
}
