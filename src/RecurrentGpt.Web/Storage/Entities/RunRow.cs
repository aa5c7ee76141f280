using System.Collections.ObjectModel;
using RecurrentGpt.Authors;
using RecurrentGpt.Play;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Entities;

public sealed class RunRow
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>Its place among the story's runs, from 1.</summary>
    public required int Number { get; init; }

    public required RunKind Kind { get; init; }

    public Guid? ParentId { get; init; }

    public string? PlanText { get; init; }

    public PlanSource? PlanSource { get; init; }

    public required string Text { get; init; }

    public int? PlanNumber { get; init; }

    /// <summary>No foreign key: SQLite would have to make the table anew for it, which no transaction guards.</summary>
    public Guid? HeadId { get; init; }

    public PassageRange? Passage { get; init; }

    public double? Toss { get; init; }

    public HeldTexts? Held { get; init; }

    /// <summary>No foreign key, for the same reason.</summary>
    public Guid? AutopilotId { get; init; }

    public PlanChoice? Choice { get; init; }

    public PlayTurn? Turn { get; init; }

    public required RunState State { get; set; }

    public required string Partial { get; set; }

    /// <summary>The sections that were read whole before it ended without a step; of a run that is done, what it proposes.</summary>
    public required IReadOnlyDictionary<Section, string> Arrived { get; set; }

    /// <summary>Whether the author wants no more of what it left over, or has answered what it proposes.</summary>
    public bool Dropped { get; set; }

    public FailureKind? FailureKind { get; set; }

    public string? FailureDetail { get; set; }

    public TimeSpan? RetryAfter { get; set; }

    /// <summary>When its step was begun, if that was before its plan was picked.</summary>
    public DateTimeOffset? AheadAt { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public Run ToRun() => new()
    {
        Id = Id,
        Request = new RunRequest(StoryId, Kind)
        {
            ParentId = ParentId,
            Plan = PlanText is { } plan && PlanSource is { } source ? new Plan(plan, source) : null,
            Text = Text,
            PlanNumber = PlanNumber,
            HeadId = HeadId,
            Passage = Passage,
            Toss = Toss,
            Held = Held,
            AutopilotId = AutopilotId,
            Choice = Choice,
            Turn = Turn,
        },
        State = State,
        StartedAt = StartedAt,
        AheadAt = AheadAt,
        Partial = Dropped ? "" : Partial,
        Arrived = Dropped && State == RunState.Done ? ReadOnlyDictionary<Section, string>.Empty : Arrived,
        Failure = FailureKind is { } kind ? new StepFailure(kind, FailureDetail ?? "") { RetryAfter = RetryAfter } : null,
    };
}
