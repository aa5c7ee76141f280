using RecurrentGpt.Autopilot;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Plans;

namespace RecurrentGpt.Web.Features.Desk.Session;

public enum DeskState
{
    Loading,
    NotFound,

    /// <summary>The story could not be read; the outcome says why.</summary>
    NotRead,
    Ready,
}

/// <summary>All that the desk shows at one moment.</summary>
public sealed record DeskView
{
    public DeskState State { get; init; }

    public Draft? Draft { get; init; }

    /// <summary>The author's texts of the head; null before the opening.</summary>
    public StepEdits? Edits { get; init; }

    /// <summary>The boxes of steps that the story has left, of which those matter that are not stored.</summary>
    public IReadOnlyList<UnsavedText> Unsaved { get; init; } = [];

    /// <summary>What the author wishes of new plans.</summary>
    public PlanWish Wish { get; init; } = new();

    /// <summary>What is being written; null when nothing is.</summary>
    public LiveStep? Live { get; init; }

    public DeskOutcome? Outcome { get; init; }

    /// <summary>The unattended run that works on this story or is held, as it stands; null when there is none.</summary>
    public AutopilotProgress? Autopilot { get; init; }

    /// <summary>Whether autopilot writes, also between two of its paragraphs.</summary>
    public bool IsUnattended => Autopilot is { IsRunning: true };

    /// <summary>Whether the built-in sample writer writes.</summary>
    public bool IsSample { get; init; }

    /// <summary>Whether an action is under way, a run among them.</summary>
    public bool IsBusy { get; init; }

    /// <summary>The toss for the next paragraph, 0 to 1; null before the opening.</summary>
    public double? Toss { get; init; }

    /// <summary>Whether the toss lets a new character in, by the settings as they are now.</summary>
    public bool NewCharacterMayEnter => Toss is { } toss && Draft is { Story.Settings: var settings } && settings.LetsNewCharacterIn(toss);

    public bool IsRunning => Live is not null;

    /// <summary>What is being written of the story itself; null while nothing is, or while a run works beside it and leaves every box as it is.</summary>
    public LiveStep? LiveStory => Live is { Request.IsAside: false } live ? live : null;

    public bool CanWrite => State == DeskState.Ready && !IsBusy && !IsRunning && !IsUnattended;

    /// <summary>Whether a paragraph may be changed: what works beside the story does not stand in the way.</summary>
    public bool CanEdit => State == DeskState.Ready && !IsBusy && LiveStory is null && !IsUnattended;

    public bool CanUndo => CanWrite && Draft is { CanUndo: true };

    public bool CanRedo => CanWrite && Draft is { CanRedo: true };

    public bool CanWriteAgain => CanWrite && Draft?.Head is { ParentId: not null, Plan.Source: not PlanSource.Opening };

    /// <summary>What the latest run left behind, to be kept, written again or dropped; null while something is written.</summary>
    public Run? Leftover => IsRunning || IsUnattended ? null : Draft?.Leftover;

    /// <summary>Whether all that is new since an earlier view is more prose of the paragraph that is being written.</summary>
    public bool HasOnlyGrownFrom(DeskView? earlier) =>
        Live is { } live && earlier?.Live is { } before && live.HasOnlyGrownFrom(before) && this with { Live = before } == earlier;
}
