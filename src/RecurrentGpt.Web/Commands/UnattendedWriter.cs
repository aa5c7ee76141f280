using System.Threading.Channels;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Commands;

/// <summary>Lets autopilot write, and tells of each of its runs, one after the other.</summary>
internal sealed class UnattendedWriter(AutopilotRunner autopilots, StoryRunner runner, WriteProgress progress, RunTeller teller)
{
    /// <summary>An unattended run of the story that is held gives way to this one. A stop ends the paragraph that is being written, and what stands stays.</summary>
    public async Task<WriteEnd> WriteAsync(Guid storyId, AutopilotOrder order, CancellationToken stop)
    {
        var runs = Channel.CreateUnbounded<StoryRun>(new UnboundedChannelOptions { SingleReader = true });
        using var subscription = runner.Subscribe(run => _ = run.Request.StoryId == storyId && runs.Writer.TryWrite(run));
        var telling = TellAllAsync(runs.Reader, order.Steps);
        try
        {
            return await CarryAsync(storyId, order, stop);
        }
        finally
        {
            runs.Writer.Complete();
            await telling;
        }
    }

    private async Task<WriteEnd> CarryAsync(Guid storyId, AutopilotOrder order, CancellationToken stop)
    {
        try
        {
            await autopilots.StartAsync(storyId, order, stop);
        }
        catch (FailureException refused)
        {
            return WriteEnd.OfFailure(refused.Failure);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return WriteEnd.Stopped;
        }

        // Not awaited here: the end of the run, which is, comes after it. It is left so that the desk can resume it.
        using var stopping = stop.Register(() => _ = autopilots.TakeOverAsync(storyId));
        await autopilots.WaitAsync(storyId, CancellationToken.None);
        return WriteEnd.Of(await autopilots.ReadAsync(storyId, CancellationToken.None) ?? throw new InvalidOperationException("The unattended run is not there any more."));
    }

    private async Task TellAllAsync(ChannelReader<StoryRun> runs, int of)
    {
        var written = 0;
        await foreach (var run in runs.ReadAllAsync())
        {
            Begin(run.Request, written + 1, of);
            var result = await teller.TellAsync(run);
            if (result.Failure is { } failure)
            {
                progress.NotWritten(failure);
            }

            written += run.Request.Kind == RunKind.Step && result.State == RunState.Done ? 1 : 0;
        }
    }

    private void Begin(RunRequest request, int step, int of)
    {
        switch (request.Kind)
        {
            case RunKind.Step:
                progress.Step(step, of, request);
                break;
            case RunKind.NewPlans:
                progress.NewPlans();
                break;
        }
    }
}
