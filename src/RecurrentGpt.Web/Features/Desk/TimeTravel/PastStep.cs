using RecurrentGpt.Memory;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.TimeTravel;

/// <summary>A step exactly as it was when it was written, beside what of it stands today.</summary>
public sealed record PastStep
{
    public required Guid Id { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>The child that was last left or written; null when it has none.</summary>
    public Guid? NextId { get; init; }

    public required Guid RunId { get; init; }

    public required int Number { get; init; }

    /// <summary>Whether the story can go on from it; memory and plans of an opening belong to its last paragraph.</summary>
    public required bool CanStandOn { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The plan that it followed, and where that came from.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Its place in the arc when it was played; null when it was written at a desk.</summary>
    public PlayTurn? Turn { get; init; }

    /// <summary>As the model wrote it.</summary>
    public required PastText Paragraph { get; init; }

    /// <summary>Short-term memory that it was given; today, what the step before hands on. Null for an opening, which was given none.</summary>
    public PastText? GivenMemory { get; init; }

    /// <summary>Short-term memory as the model wrote it; today, what is handed on.</summary>
    public required PastText Memory { get; init; }

    /// <summary>Whether the author changed memory, so that it differs not only by sentences that were locked.</summary>
    public bool IsMemoryEdited { get; init; }

    public required string Rationale { get; init; }

    /// <summary>The plans that came with it, as the model wrote them; today, those that are offered in their places.</summary>
    public required IReadOnlyList<NumberedText> Plans { get; init; }

    public required IReadOnlyList<RecalledEntry> Recalled { get; init; }

    /// <summary>Recalled entries, by the number of their step, that say something else today.</summary>
    public required IReadOnlyList<NumberedText> ChangedEntries { get; init; }

    public int RecalledWithout { get; init; }

    /// <summary>Whether it was told that a new character may enter.</summary>
    public bool NewCharacter { get; init; }

    public required StorySettings Settings { get; init; }

    public required string Model { get; init; }

    public required TokenUsage Usage { get; init; }

    public required TimeSpan Elapsed { get; init; }
}
