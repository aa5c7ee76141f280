using RecurrentGpt.Benchmarks;
using RecurrentGpt.Web.Storage;

SqliteLibrary.Prepare();

var isQuick = args.Contains("--quick");
var wanted = args.Where(arg => !arg.StartsWith('-')).ToList();
var bench = new Bench(Console.Out, isQuick);
var groups = new Dictionary<string, Func<Task>>
{
    ["parser"] = () => Grouped("parser", ParserBenchmarks.Run),
    ["tree"] = () => Grouped("tree", TreeBenchmarks.Run),
    ["repetition"] = () => Grouped("repetition", RepetitionBenchmarks.Run),
    ["autopilot"] = () => AutopilotBenchmark.RunAsync(Console.Out, isQuick),
};
if (wanted.Find(name => !groups.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'. There are: {string.Join(", ", groups.Keys)}. Add --quick for a short run.");
    return 2;
}

foreach (var (_, run) in groups.Where(group => wanted.Count == 0 || wanted.Contains(group.Key)))
{
    await run();
}

return 0;

Task Grouped(string name, Action<Bench> run)
{
    bench.Begin(name);
    run(bench);
    return Task.CompletedTask;
}
