using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>Stores unattended runs, and counts what they have written and used.</summary>
internal sealed class AutopilotStore(IDbContextFactory<WritingDb> readers, OwnWrites writes, ModelSettingsStore models) : IAutopilotStore
{
    private static readonly AutopilotState[] Held = [AutopilotState.Paused, AutopilotState.Blown, AutopilotState.Interrupted];

    private readonly AutopilotSpending _spending = new();

    public Task BeginAsync(AutopilotRecord record, CancellationToken cancellationToken) => writes.WriteAsync(db => BeginAsync(db, record), cancellationToken);

    public Task SaveAsync(AutopilotRecord record, CancellationToken cancellationToken) => writes.WriteAsync(db => SaveAsync(db, record), cancellationToken);

    public async Task<AutopilotRecord?> FindLatestAsync(Guid storyId, CancellationToken cancellationToken)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        var row = await db.Autopilots
            .Where(autopilot => autopilot.StoryId == storyId)
            .OrderByDescending(autopilot => autopilot.StartedAt).ThenByDescending(autopilot => autopilot.Id)
            .FirstOrDefaultAsync(cancellationToken);

        return row?.ToRecord(await SpentAsync(db, row.Id, cancellationToken));
    }

    public async Task<AutopilotSpent> ReadSpentAsync(Guid autopilotId, CancellationToken cancellationToken)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);

        return await SpentAsync(db, autopilotId, cancellationToken);
    }

    private async Task<AutopilotSpent> SpentAsync(WritingDb db, Guid autopilotId, CancellationToken cancellationToken)
    {
        var settings = await models.ReadAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);

        return await _spending.ReadAsync(db, autopilotId, settings, cancellationToken);
    }

    private static async Task<int> BeginAsync(WritingDb db, AutopilotRecord record)
    {
        TextLimit.Check(record.Order.StopCondition, StoryLimits.Wish, nameof(StoryLimits.Wish));
        if (!await db.Stories.AnyAsync(story => story.Id == record.StoryId && story.DeletedAt == null))
        {
            throw new InvalidOperationException($"There is no story {record.StoryId}.");
        }

        var ofStory = db.Autopilots.Where(row => row.StoryId == record.StoryId);
        if (await ofStory.AnyAsync(row => row.State == AutopilotState.Running))
        {
            throw new InvalidOperationException($"Autopilot writes story {record.StoryId} already.");
        }

        db.Autopilots.Add(AutopilotRow.Of(record));
        return await ofStory.Where(row => Held.Contains(row.State)).ExecuteUpdateAsync(row => row.SetProperty(held => held.State, AutopilotState.Stopped));
    }

    private static async Task<bool> SaveAsync(WritingDb db, AutopilotRecord record)
    {
        var row = await db.Autopilots.SingleOrDefaultAsync(autopilot => autopilot.Id == record.Id)
            ?? throw new InvalidOperationException($"There is no unattended run {record.Id}.");
        (row.Order, row.State, row.Worked, row.Fuse) = (record.Order, record.State, record.Worked, record.Fuse);
        return true;
    }
}
