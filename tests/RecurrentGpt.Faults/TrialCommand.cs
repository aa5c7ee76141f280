using System.CommandLine;
using System.Diagnostics;

namespace RecurrentGpt.Faults;

/// <summary>A trial as a command, or all of them one after another.</summary>
internal sealed class TrialCommand : Command
{
    private readonly IReadOnlyList<ITrial> _trials;
    private readonly Option<int> _seed = new("--seed") { Description = "What chance begins with.", DefaultValueFactory = _ => 20261121 };
    private readonly Option<int?> _count = new("--count") { Description = "How often to break it; its own long form without." };
    private readonly Option<bool> _short = new("--short") { Description = "Takes the short form of a few seconds." };

    public TrialCommand(string name, string what, IReadOnlyList<ITrial> trials)
        : base(name, what)
    {
        _trials = trials;
        Add(_seed);
        Add(_count);
        Add(_short);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (met, notRun) = (0, 0);
        foreach (var trial in _trials)
        {
            var isShort = parsed.GetValue(_short);
            var output = parsed.InvocationConfiguration.Output;
            using var run = new TrialRun(parsed.GetValue(_seed), parsed.GetValue(_count) ?? (isShort ? trial.ShortCount : trial.Count), isShort, output);
            var isMet = await RunAsync(trial, run, output, cancellationToken);
            met += isMet == true ? 1 : 0;
            notRun += isMet is null ? 1 : 0;
        }

        await parsed.InvocationConfiguration.Output.WriteLineAsync($"{met} trials met, {_trials.Count - met - notRun} missed{(notRun > 0 ? $", {notRun} not run here" : "")}");
        return met + notRun == _trials.Count ? 0 : 1;
    }

    // Null when this machine cannot run it.
    private static async Task<bool?> RunAsync(ITrial trial, TrialRun run, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"{trial.Name} --seed {run.Seed} --count {run.Count}: {trial.What}");
        var started = Stopwatch.GetTimestamp();
        await trial.RunAsync(run, cancellationToken);
        run.Tell("took", $"{Stopwatch.GetElapsedTime(started).TotalSeconds:#,0.0} s");
        if (run.NotRunBecause is { } because)
        {
            await output.WriteLineAsync($"{trial.Name}: NOT RUN here: {because}");
            return null;
        }

        await output.WriteLineAsync(run.IsMet ? $"{trial.Name}: met" : $"{trial.Name}: MISSED");

        return run.IsMet;
    }
}
