namespace RecurrentGpt.Benchmarks;

/// <summary>One workload, measured beside a peer or a limit in the same process or the same minute.</summary>
internal interface IBenchmark
{
    /// <summary>Its number in docs/performance.md, from 1.</summary>
    int Number { get; }

    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>The workload, in one line.</summary>
    string What { get; }

    /// <summary>Runs it, and says by the run's figures how it went. It judges nothing, and throws only when it is itself broken.</summary>
    Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken);
}
