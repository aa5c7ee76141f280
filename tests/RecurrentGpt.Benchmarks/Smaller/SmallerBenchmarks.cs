using System.CommandLine;

namespace RecurrentGpt.Benchmarks.Smaller;

/// <summary>Measures of single parts, which a change of those parts is looked at with.</summary>
internal static class SmallerBenchmarks
{
    public static IEnumerable<Command> Commands() =>
    [
        Of("parser", "Reading replies.", bench => ParserBenchmarks.Run(bench)),
        Of("tree", "The picture of the tree.", bench => TreeBenchmarks.Run(bench)),
        Of("repetition", "Finding what is told again.", bench => RepetitionBenchmarks.Run(bench)),
        Of("autopilot", "A thousand steps with nobody at the desk.", isShort => AutopilotBenchmark.RunAsync(Console.Out, isShort)),
    ];

    private static Command Of(string name, string what, Action<Bench> run) => Of(name, what, isShort =>
    {
        var bench = new Bench(Console.Out, isShort);
        bench.Begin(name);
        run(bench);
        return Task.CompletedTask;
    });

    private static Command Of(string name, string what, Func<bool, Task> runAsync)
    {
        var isShort = new Option<bool>("--short") { Description = "Takes a short form." };
        var command = new Command(name, what) { isShort };
        command.SetAction(parsed => runAsync(parsed.GetValue(isShort)));
        return command;
    }
}
