namespace RecurrentGpt.Web.Storage.Entities;

/// <summary>What a paragraph said before an edit by hand.</summary>
public sealed class RevisionRow
{
    public required Guid StepId { get; init; }

    /// <summary>The paragraph's version that this text was; 0 is what the model wrote.</summary>
    public required int Version { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset ReplacedAt { get; init; }
}
