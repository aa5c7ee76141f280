using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Commands;

/// <summary>Writes the opening of a story that has none.</summary>
internal sealed class StoryOpener(StoryRunner runner, WriteProgress progress, RunTeller teller)
{
    /// <summary>A stop ends the run that is being written.</summary>
    public async Task<RunResult> OpenAsync(Story story, string opening, CancellationToken stop)
    {
        if (story.HeadId is not null)
        {
            return new RunResult(RunState.Done, null, [], []);
        }

        progress.Opening();
        var kind = opening.Length > 0 ? RunKind.OwnOpening : RunKind.Opening;
        try
        {
            var run = await runner.StartAsync(new RunRequest(story.Id, kind) { Text = opening }, stop) ?? throw new InvalidOperationException("The story is being written already.");
            // Not awaited here: the run's own end, which is, comes after it.
            using var stopping = stop.Register(() => _ = run.StopAsync());
            return await teller.TellAsync(run);
        }
        catch (FailureException refused)
        {
            return new RunResult(RunState.Failed, refused.Failure, [], []);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new RunResult(RunState.Stopped, null, [], []);
        }
    }
}
