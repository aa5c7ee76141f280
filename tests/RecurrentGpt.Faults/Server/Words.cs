using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Faults.Server;

/// <summary>Waits for what a desk would show of a run.</summary>
internal static class Words
{
    /// <summary>Done when the first piece of prose has come, or the run has ended.</summary>
    public static async Task FirstAsync(StoryRun run)
    {
        await foreach (var stepEvent in run.WatchAsync())
        {
            if (stepEvent is StepEvent.ParagraphText)
            {
                return;
            }
        }
    }
}
