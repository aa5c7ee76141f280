using System.Collections.ObjectModel;
using RecurrentGpt.Authors;
using RecurrentGpt.Play;
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

    /// <summary>New plans for a step: all that are not locked, or one.</summary>
    NewPlans,

    /// <summary>A paragraph that the author edited, read again: its summary anew, and a proposal of what changes in short-term memory.</summary>
    Reread,

    /// <summary>A passage of a paragraph in other words, as a proposal.</summary>
    Rewrite,

    /// <summary>A judgement of what a paragraph carries out of its plan.</summary>
    Coverage,

    /// <summary>The simulated author's choice among a step's plans.</summary>
    Choice,

    /// <summary>A judgement of whether a stop condition has come to pass in a paragraph.</summary>
    Judgement,
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
    /// <summary>
    /// The step that the run goes on from; null for an opening. With <see cref="RunKind.NewPlans"/>, the step that gets them; with <see cref="RunKind.Reread"/>,
    /// <see cref="RunKind.Rewrite"/>, <see cref="RunKind.Coverage"/>, <see cref="RunKind.Choice"/> and <see cref="RunKind.Judgement"/>, the step whose paragraph it is about.
    /// </summary>
    public Guid? ParentId { get; init; }

    /// <summary>The plan to follow (<see cref="RunKind.Step"/>), or that was followed (<see cref="RunKind.Keep"/>, <see cref="RunKind.KeepByHand"/>).</summary>
    public Plan? Plan { get; init; }

    /// <summary>
    /// The author's text (<see cref="RunKind.OwnOpening"/>), the paragraph to keep (<see cref="RunKind.Keep"/>, <see cref="RunKind.KeepByHand"/>), a wish in the author's words
    /// (<see cref="RunKind.NewPlans"/>, may be empty), the paragraph before its edit (<see cref="RunKind.Reread"/>), an instruction (<see cref="RunKind.Rewrite"/>), or a stop condition
    /// (<see cref="RunKind.Judgement"/>).
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>The one plan to replace, from 1 (<see cref="RunKind.NewPlans"/>); null for all.</summary>
    public int? PlanNumber { get; init; }

    /// <summary>The step that the story stood on, whose short-term memory a change is proposed for (<see cref="RunKind.Reread"/>).</summary>
    public Guid? HeadId { get; init; }

    /// <summary>The passage to write again (<see cref="RunKind.Rewrite"/>).</summary>
    public PassageRange? Passage { get; init; }

    /// <summary>Sections that arrived whole with the paragraph to keep (<see cref="RunKind.Keep"/>, <see cref="RunKind.KeepByHand"/>).</summary>
    public IReadOnlyDictionary<Section, string> Arrived { get; init; } = ReadOnlyDictionary<Section, string>.Empty;

    /// <summary>Its place in the arc when the step is played (<see cref="RunKind.Step"/>, <see cref="RunKind.Keep"/>, <see cref="RunKind.KeepByHand"/>); null for one written at a desk.</summary>
    public PlayTurn? Turn { get; init; }

    /// <summary>The toss, 0 to 1, that decides whether a new character may enter, made before so that it can be shown; null to toss when the run starts.</summary>
    public double? Toss { get; init; }

    /// <summary>
    /// What the author's boxes held when the run was asked for; null when nobody sat at a desk. The memory among it is the one that a change is proposed for
    /// (<see cref="RunKind.Reread"/>).
    /// </summary>
    public HeldTexts? Held { get; init; }

    /// <summary>The unattended run that this one is a part of; null for one that a person asked for.</summary>
    public Guid? AutopilotId { get; init; }

    /// <summary>Who chose the plan to follow and why, when nobody sat at the desk (<see cref="RunKind.Step"/>).</summary>
    public PlanChoice? Choice { get; init; }

    /// <summary>What the simulated author may do (<see cref="RunKind.Choice"/>); not stored.</summary>
    public ChoiceOrder? Choosing { get; init; }

    /// <summary>Whether the run works beside the story, and writes neither a step nor plans.</summary>
    public bool IsAside => Kind is RunKind.Reread or RunKind.Rewrite or RunKind.Coverage or RunKind.Choice or RunKind.Judgement;
}

/// <summary>A passage of a paragraph.</summary>
/// <param name="Start">Its first UTF-16 code unit.</param>
/// <param name="Length">How many there are, at least 1.</param>
/// <param name="Version">The <see cref="Step.Version"/> of the paragraph that the places are of.</param>
public sealed record PassageRange(int Start, int Length, int Version);

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

    /// <summary>When its step was begun, if that was before its plan was picked; null for one that was written when it was asked for.</summary>
    public DateTimeOffset? AheadAt { get; init; }

    /// <summary>Prose that had come when it ended without a step; empty when there was none, or when it was kept or dropped.</summary>
    public string Partial { get; init; } = "";

    /// <summary>
    /// The sections that were read whole before it ended without a step, the paragraph among them if it was. Of a run that is done, what it proposes;
    /// empty when that is nothing, or was taken or turned down.
    /// </summary>
    public IReadOnlyDictionary<Section, string> Arrived { get; init; } = ReadOnlyDictionary<Section, string>.Empty;

    /// <summary>Why it failed; null when it did not.</summary>
    public StepFailure? Failure { get; init; }

    /// <summary>The prose that can be kept of it: the paragraph if it arrived whole, else what had come; empty when there is none.</summary>
    public string Prose => Arrived.GetValueOrDefault(Section.Paragraph) ?? (Partial.Length > 0 || !IsOfKeptParagraph ? Partial : Request.Text);

    private bool IsOfKeptParagraph => Request.Kind is RunKind.Keep or RunKind.KeepByHand;
}
