using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace RecurrentGpt.Benchmarks;

/// <summary>A benchmark as a command, or all of them one after another.</summary>
internal sealed class BenchmarkCommand : Command
{
    private readonly IReadOnlyList<IBenchmark> _benchmarks;
    private readonly Option<bool> _short = new("--short") { Description = "A few rounds of a small load, to see that nothing is broken; the figures say nothing." };
    private readonly Option<FileInfo?> _out = new("--out") { Description = "Writes the figures as a page of Markdown." };

    public BenchmarkCommand(string name, string what, IReadOnlyList<IBenchmark> benchmarks)
        : base(name, what)
    {
        _benchmarks = benchmarks;
        Add(_short);
        Add(_out);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (output, isShort) = (parsed.InvocationConfiguration.Output, parsed.GetValue(_short));
        var page = new PerformancePage(TimeProvider.System.GetUtcNow());
        var (met, missed, notHere, failed) = (0, 0, 0, 0);
        foreach (var benchmark in _benchmarks)
        {
            await output.WriteLineAsync($"{benchmark.Number}. {benchmark.Name}: {benchmark.What}");
            using var run = new BenchmarkRun(isShort, output);
            try
            {
                notHere += await RunAsync(benchmark, run, page, output, cancellationToken) ? 0 : 1;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The figures of the others are not lost with it.
                failed++;
                await output.WriteLineAsync($"  FAILED: {failure}");
            }

            met += run.Figures.Count(figure => figure.IsMet == true);
            missed += run.Figures.Count(figure => figure.IsMet == false);
        }

        if (parsed.GetValue(_out) is { } file)
        {
            await File.WriteAllTextAsync(file.FullName, page.ToString(), cancellationToken);
        }

        // A missed target is told, and is no failure: what fails is a benchmark that cannot run.
        await output.WriteLineAsync(isShort
            ? $"{_benchmarks.Count - notHere - failed} benchmarks ran in the short form, whose figures say nothing; {notHere} not run here, {failed} failed"
            : $"{_benchmarks.Count - notHere - failed} benchmarks ran: {met} targets met, {missed} missed; {notHere} not run here, {failed} failed");
        return failed == 0 && (isShort || notHere == 0) ? 0 : 1;
    }

    private static async Task<bool> RunAsync(IBenchmark benchmark, BenchmarkRun run, PerformancePage page, TextWriter output, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        try
        {
            await benchmark.RunAsync(run, cancellationToken);
        }
        catch (NotHereException missing)
        {
            await output.WriteLineAsync($"  NOT RUN here: {missing.Message}");
            return false;
        }

        var took = Stopwatch.GetElapsedTime(begin);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  took {took.TotalSeconds:0.0} s"));
        page.Add(benchmark, run, took);
        return true;
    }
}
