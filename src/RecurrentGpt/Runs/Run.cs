using System.Collections.ObjectModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>What a run writes.</summary>
public enum RunKind
{
    /// <summary>The opening, from the premise.</summary>
    Opening,

    /// <summary>Memory and plans for an opening that the author brought.</summary>
    OwnOpening,

    /// <summary>The next step.</summary>
    Step,

    /// <summary>Memory and plans for a paragraph kept from a run that did not end well.</summary>
    Keep,

    /// <summary>A paragraph kept from a run that did not end well, with what else arrived of it; what is missing is left to the author, and no chat request is made.</summary>
    KeepByHand,

    /// <summary>New plans for the head.</summary>
    NewPlans,
}

/// <summary>How far a run has come.</summary>
public enum RunState
{
    /// <summary>It is writing.</summary>
    Running,

    /// <summary>What it wrote is stored.</summary>
    Done,

    /// <summary>The person stopped it.</summary>
    Stopped,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>The program ended under it.</summary>
    Interrupted,
}

/// <summary>What a run is asked to write.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Kind">What to write.</param>
public sealed record RunRequest(Guid StoryId, RunKind Kind)
{
    /// <summary>The step that the run goes on from; null for an opening. With <see cref="RunKind.NewPlans"/>, the step that gets them.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The plan to follow (<see cref="RunKind.Step"/>), or that was followed (<see cref="RunKind.Keep"/>, <see cref="RunKind.KeepByHand"/>).</summary>
    public Plan? Plan { get; init; }

    /// <summary>The author's text (<see cref="RunKind.OwnOpening"/>) or the paragraph to keep (<see cref="RunKind.Keep"/>, <see cref="RunKind.KeepByHand"/>).</summary>
    public string Text { get; init; } = "";

    /// <summary>Sections that arrived whole with the paragraph to keep (<see cref="RunKind.Keep"/>, <see cref="RunKind.KeepByHand"/>).</summary>
    public IReadOnlyDictionary<Section, string> Arrived { get; init; } = ReadOnlyDictionary<Section, string>.Empty;

    /// <summary>The toss, 0 to 1, that decides whether a new character may enter, made before so that it can be shown; null to toss when the run starts.</summary>
    public double? Toss { get; init; }

    /// <summary>What the author's boxes held when the run was asked for; null when nobody sat at a desk.</summary>
    public HeldTexts? Held { get; init; }
}

/// <summary>What the boxes on the desk held at the moment of asking, kept beside what was sent so that the two can be compared.</summary>
/// <param name="ShortTermMemory">The box of short-term memory.</param>
/// <param name="Plan">The box of the plan.</param>
/// <param name="LastParagraph">The paragraph at the end of the draft.</param>
public sealed record HeldTexts(string ShortTermMemory, string Plan, string LastParagraph);

/// <summary>A run as it is stored.</summary>
public sealed record Run
{
    /// <summary>The run's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it was asked for.</summary>
    public required RunRequest Request { get; init; }

    /// <summary>How far it has come.</summary>
    public required RunState State { get; init; }

    /// <summary>When it was claimed.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Prose that had come when it ended without a step; empty when there was none, or when it was kept or dropped.</summary>
    public string Partial { get; init; } = "";

    /// <summary>The sections that were read whole before it ended without a step, the paragraph among them if it was; empty for a run that is done.</summary>
    public IReadOnlyDictionary<Section, string> Arrived { get; init; } = ReadOnlyDictionary<Section, string>.Empty;

    /// <summary>Why it failed; null when it did not.</summary>
    public StepFailure? Failure { get; init; }

    /// <summary>The prose that can be kept of it: the paragraph if it arrived whole, else what had come; empty when there is none.</summary>
    public string Prose => Arrived.GetValueOrDefault(Section.Paragraph) ?? (Partial.Length > 0 || !IsOfKeptParagraph ? Partial : Request.Text);

    private bool IsOfKeptParagraph => Request.Kind is RunKind.Keep or RunKind.KeepByHand;
}
