using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Commands;

/// <summary>Follows runs to their ends: tells how far they have come, and keeps what they sent.</summary>
internal sealed class RunTeller(DraftStore drafts, WriteProgress progress, TraceFile? trace)
{
    public async Task<RunResult> TellAsync(StoryRun run)
    {
        await foreach (var stepEvent in run.WatchAsync(CancellationToken.None))
        {
            progress.Show(stepEvent);
        }

        var result = await run.Completion;
        progress.Ended(result);
        if (trace is not null)
        {
            await trace.AppendAsync(run, await drafts.ReadExchangesAsync(run.Id, CancellationToken.None));
        }

        return result;
    }
}
