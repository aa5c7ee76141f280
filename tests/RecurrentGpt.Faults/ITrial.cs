namespace RecurrentGpt.Faults;

/// <summary>Breaks one thing on purpose, again and again, and counts what was lost by it.</summary>
internal interface ITrial
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it breaks, in one line.</summary>
    string What { get; }

    /// <summary>How often it does so unless it is told otherwise.</summary>
    int Count { get; }

    /// <summary>How often in the short form, which every run of all tests takes: a few seconds.</summary>
    int ShortCount { get; }

    /// <summary>Runs it, and says by the run's figures how it went. Throws only when the trial itself is broken.</summary>
    Task RunAsync(TrialRun run, CancellationToken cancellationToken);
}
