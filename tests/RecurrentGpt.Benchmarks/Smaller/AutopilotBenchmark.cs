using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Benchmarks.Smaller;

/// <summary>
/// A thousand steps with nobody at the desk: what the program holds, what it sends, and what a step costs, early and late. It prints figures and ratios, and judges nothing.
/// </summary>
internal sealed class AutopilotBenchmark(SampleProgram program, TextWriter writer)
{
    private readonly AutopilotRunner _autopilots = program.Services.GetRequiredService<Study>().Autopilots;
    private readonly StoryRunner _runner = program.Services.GetRequiredService<Study>().Runner;
    private int _steps;
    private int _pauseAt;

    public static async Task RunAsync(TextWriter writer, bool isQuick)
    {
        await using var program = await SampleProgram.StartAsync();
        await new AutopilotBenchmark(program, writer).MeasureAsync(isQuick ? [10, 50, 100] : [10, 100, 500, 900, 1_000]);
    }

    private async Task MeasureAsync(int[] marks)
    {
        await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"autopilot: {marks[^1]} steps, simulated author, offline writer; MiB after a full collection, milliseconds a step since the line before"));
        await writer.WriteLineAsync(AutopilotFigures.Heading);
        var storyId = await OpenAsync();
        using var subscription = _runner.Subscribe(run => Count(run, storyId));
        var figures = new List<AutopilotFigures>();
        foreach (var mark in marks)
        {
            await WriteToAsync(storyId, mark, marks[^1]);
            var record = (await _autopilots.ReadAsync(storyId, CancellationToken.None))!.Record;
            figures.Add(await AutopilotFigures.TakeAsync(program, record, figures.LastOrDefault()));
            await writer.WriteLineAsync(figures[^1].ToString());
        }

        await writer.WriteLineAsync(AutopilotFigures.Ratios(figures));
    }

    private async Task<Guid> OpenAsync()
    {
        var card = new StoryCard { Genre = "Mystery", Premise = "A lighthouse keeper answers a signal from the sea floor." };
        var story = await program.Services.GetRequiredService<StoryLibrary>().CreateAsync(card, new StorySettings());
        var run = await _runner.StartAsync(new RunRequest(story.Id, RunKind.Opening), CancellationToken.None);
        _ = await run!.Completion is { State: RunState.Done } ? story.Id : throw new InvalidOperationException("The opening was not written.");
        return story.Id;
    }

    // It is paused at each mark, so that what is measured is what it holds and not what it is about to let go.
    private async Task WriteToAsync(Guid storyId, int mark, int steps)
    {
        _pauseAt = mark;
        var order = new AutopilotOrder { Steps = steps, Author = AuthorKind.Simulated, StopsAtAlikePlans = false, StopsAtRepetition = false };
        _ = _steps == 0
            ? await _autopilots.StartAsync(storyId, order, CancellationToken.None)
            : await _autopilots.ResumeAsync(storyId, null, CancellationToken.None);
        await _autopilots.WaitAsync(storyId, CancellationToken.None);
        if (_steps != mark)
        {
            throw new InvalidOperationException($"It ended after {_steps} steps.");
        }
    }

    private void Count(StoryRun run, Guid storyId)
    {
        if (run.Request.Kind == RunKind.Step && ++_steps == _pauseAt)
        {
            _autopilots.Ask(storyId, AfterStep.Pause);
        }
    }
}
