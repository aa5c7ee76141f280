using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Storage;

/// <summary>Runs, unattended ones too, that nobody carries on any more.</summary>
internal static class LeftRuns
{
    /// <returns>How many runs were interrupted.</returns>
    public static async Task<int> InterruptAsync(WritingDb db, DateTimeOffset now)
    {
        await db.Autopilots
            .Where(row => row.State == AutopilotState.Running)
            .ExecuteUpdateAsync(row => row.SetProperty(autopilot => autopilot.State, AutopilotState.Interrupted));

        return await db.Runs
            .Where(run => run.State == RunState.Running)
            .ExecuteUpdateAsync(run => run.SetProperty(row => row.State, RunState.Interrupted).SetProperty(row => row.EndedAt, now));
    }
}
