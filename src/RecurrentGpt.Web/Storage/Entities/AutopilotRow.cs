using RecurrentGpt.Autopilot;

namespace RecurrentGpt.Web.Storage.Entities;

/// <summary>An unattended run; what it has written and used is counted from its runs.</summary>
public sealed class AutopilotRow
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    public required AutopilotOrder Order { get; set; }

    public required AutopilotState State { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Worked { get; set; }

    public BlownFuse? Fuse { get; set; }

    public static AutopilotRow Of(AutopilotRecord record) => new()
    {
        Id = record.Id,
        StoryId = record.StoryId,
        Order = record.Order,
        State = record.State,
        StartedAt = record.StartedAt,
        Worked = record.Worked,
        Fuse = record.Fuse,
    };

    public AutopilotRecord ToRecord(AutopilotSpent spent) => new()
    {
        Id = Id,
        StoryId = StoryId,
        Order = Order,
        State = State,
        StartedAt = StartedAt,
        Worked = Worked,
        Fuse = Fuse,
        Spent = spent,
    };
}
