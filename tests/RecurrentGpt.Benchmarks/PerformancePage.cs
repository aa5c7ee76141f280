using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace RecurrentGpt.Benchmarks;

/// <summary>docs/performance.md, written from the figures of one run of all benchmarks.</summary>
internal sealed class PerformancePage(DateTimeOffset at)
{
    private const string Head = """
        # Performance

        Written by `bash eng/bench.sh`, which runs all of `tests/RecurrentGpt.Benchmarks` in its whole form. Each figure stands beside a peer or a limit that was measured in the same
        process or the same minute. Ours and the peer's are medians of at least 20 warm rounds unless the line says otherwise; a ratio is ours ÷ the peer's. No test asserts a time.
        Where a target is or was missed, what was tried stands below it, with the figures of its day (`tests/RecurrentGpt.Benchmarks/Tried`).


        """;

    private readonly StringBuilder _parts = new();

    public void Add(IBenchmark benchmark, BenchmarkRun run, TimeSpan took)
    {
        _parts.AppendLine(CultureInfo.InvariantCulture, $"## {benchmark.Number}. {benchmark.Name}").AppendLine().AppendLine(benchmark.What).AppendLine();
        _parts.AppendLine("| figure | ours | p95 | peer or limit | ratio | target | |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (var figure in run.Figures)
        {
            _parts.AppendLine(FigureText.Row(figure));
        }

        _parts.AppendLine();
        foreach (var note in run.Notes)
        {
            _parts.AppendLine(CultureInfo.InvariantCulture, $"- {note}");
        }

        _parts.AppendLine(CultureInfo.InvariantCulture, $"{(run.Notes.Count > 0 ? Environment.NewLine : "")}Took {took.TotalSeconds:0} s.").AppendLine();
        AddTried(benchmark);
    }

    public override string ToString() => $"{Head}{Machine()}{Environment.NewLine}{_parts.ToString().TrimEnd()}{Environment.NewLine}";

    // Why a target is missed and what was tried is written by people; figures are not.
    private void AddTried(IBenchmark benchmark)
    {
        var tried = Path.Combine(AppContext.BaseDirectory, "Tried", $"{benchmark.Name}.md");
        if (File.Exists(tried))
        {
            _parts.AppendLine("### What was tried").AppendLine().AppendLine(File.ReadAllText(tried).TrimEnd()).AppendLine();
        }
    }

    private string Machine()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture, $"""
            | date | machine |
            |---|---|
            | {at:yyyy-MM-dd HH:mm} UTC | {Environment.ProcessorCount} processors ({Processor()}), {memory:0} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription} |

            """);
    }

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString()
        : RuntimeInformation.ProcessArchitecture.ToString();
}
