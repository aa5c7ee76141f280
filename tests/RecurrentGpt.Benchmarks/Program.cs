using RecurrentGpt.Benchmarks;
using RecurrentGpt.Web.Storage;

SqliteLibrary.Prepare();

var isQuick = args.Contains("--quick");
var wanted = args.Where(arg => !arg.StartsWith('-')).ToList();
var groups = new Dictionary<string, Action<Bench>> { ["parser"] = ParserBenchmarks.Run, ["tree"] = TreeBenchmarks.Run };
if (wanted.Find(name => !groups.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'. There are: {string.Join(", ", groups.Keys)}. Add --quick for a short run.");
    return 2;
}

var bench = new Bench(Console.Out, isQuick);
foreach (var (name, run) in groups.Where(group => wanted.Count == 0 || wanted.Contains(group.Key)))
{
    bench.Begin(name);
    run(bench);
}

return 0;
