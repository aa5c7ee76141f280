using System.CommandLine;
using RecurrentGpt.Benchmarks;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.Web.Storage;

SqliteLibrary.Prepare();

var root = new RootCommand("Measures the program beside its peers and limits.")
{
    new BenchmarkCommand("all", "All benchmarks of docs/performance.md, one after another.", BenchmarkList.All),
};
foreach (var benchmark in BenchmarkList.All)
{
    root.Add(new BenchmarkCommand(benchmark.Name, benchmark.What, [benchmark]));
}

foreach (var command in SmallerBenchmarks.Commands())
{
    root.Add(command);
}

return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
