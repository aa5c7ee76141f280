using System.Collections.ObjectModel;
using RecurrentGpt.Memory;
using RecurrentGpt.Play;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>All that one run adds to a story. It is stored in one transaction, or not at all.</summary>
public sealed record StoryChange
{
    /// <summary>A title for a story that has none; null to leave it.</summary>
    public string? Title { get; init; }

    /// <summary>An outline; null to leave it.</summary>
    public string? Outline { get; init; }

    /// <summary>New steps, each the child of the one before it, the first the child of the run's parent. The last becomes the head.</summary>
    public IReadOnlyList<NewStep> Steps { get; init; } = [];

    /// <summary>
    /// New plans for the run's parent, by their number; plans that are not named, or are locked by now, go on as they stand then.
    /// The ones that were offered before are kept as plans not taken. Null to leave all.
    /// </summary>
    public IReadOnlyDictionary<int, string>? Plans { get; init; }

    /// <summary>A new summary of the paragraph of the run's parent; null to leave it.</summary>
    public NewSummary? Summary { get; init; }

    /// <summary>What of its plan the paragraph of the run's parent carries out; null to leave what was found before.</summary>
    public PlanCoverage? Coverage { get; init; }

    /// <summary>
    /// The paragraph of the run's parent written out longer; the text before it is kept as a revision, and its summary goes on holding, since nothing else happens in it.
    /// A paragraph that is locked, that the author has edited, that is another one by now, or that another goes on from is left as it is. Null to leave it.
    /// </summary>
    public ExtendedParagraph? Extended { get; init; }

    /// <summary>What the run proposes. It is kept with the run, and changes nothing of the story until the author takes it.</summary>
    public IReadOnlyDictionary<Section, string> Proposal { get; init; } = ReadOnlyDictionary<Section, string>.Empty;

    /// <summary>The requests made, with their raw replies.</summary>
    public required IReadOnlyList<Exchange> Exchanges { get; init; }

    /// <summary>What the person should know although all went well.</summary>
    public IReadOnlyList<StepNotice> Notices { get; init; } = [];

    /// <summary>When the step was begun, if that was before its plan was picked; null for one that was written when it was asked for.</summary>
    public DateTimeOffset? AheadAt { get; init; }
}

/// <summary>A summary that was made anew, of a paragraph that the author edited.</summary>
/// <param name="Text">The summary. An entry that the author wrote by hand keeps the author's words, and has this beside it as the model's.</param>
/// <param name="ParagraphVersion">The <see cref="Step.Version"/> of the paragraph that it sums up.</param>
public sealed record NewSummary(string Text, int ParagraphVersion)
{
    /// <summary>Its embedding; null when it could not be made.</summary>
    public ReadOnlyMemory<float>? Vector { get; init; }

    /// <summary>The space of <see cref="Vector"/>.</summary>
    public string EmbeddingModel { get; init; } = "";
}

/// <summary>A paragraph that was written out longer.</summary>
/// <param name="Text">The text.</param>
/// <param name="ParagraphVersion">The <see cref="Step.Version"/> of the paragraph that it was made of.</param>
public sealed record ExtendedParagraph(string Text, int ParagraphVersion);

/// <summary>Things that a finished step tells the person.</summary>
public enum StepNotice
{
    /// <summary>Memory is over its limits, and the model did not shorten it enough; it stands as the model wrote it.</summary>
    MemoryOverLimit,

    /// <summary>Search by meaning was not possible, so the latest entries were sent.</summary>
    RecalledByRecency,

    /// <summary>Search by meaning did without entries that are not indexed yet.</summary>
    RecalledWithout,

    /// <summary>The prompt was too long for the model, so it was sent without what long-term memory had recalled; only pinned entries stayed.</summary>
    RecalledLeftOut,

    /// <summary>The summary could not be embedded; the entry is not indexed yet.</summary>
    NotIndexed,

    /// <summary>Pinned entries did not all fit into their budget.</summary>
    PinnedLeftOut,

    /// <summary>Two of the plans are too close, and the model did not write another one that is not.</summary>
    PlansAlike,
}

/// <summary>A step to be stored.</summary>
public sealed record NewStep
{
    /// <summary>Its id; made by the run, so that what was shown is what is stored.</summary>
    public required Guid Id { get; init; }

    /// <summary>The plan that was followed.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The paragraph.</summary>
    public required string Paragraph { get; init; }

    /// <summary>The entry for long-term memory.</summary>
    public required string Summary { get; init; }

    /// <summary>The entry's embedding; null when it could not be made.</summary>
    public ReadOnlyMemory<float>? Vector { get; init; }

    /// <summary>The space of <see cref="Vector"/>.</summary>
    public string EmbeddingModel { get; init; } = "";

    /// <summary>Short-term memory that the step was given; empty for an opening.</summary>
    public string SentMemory { get; init; } = "";

    /// <summary>Short-term memory after the step; empty for all but the last paragraph of an opening.</summary>
    public string ShortTermMemory { get; init; } = "";

    /// <summary>Short-term memory as the model wrote it, before locked sentences were put back; null when that is <see cref="ShortTermMemory"/>.</summary>
    public string? WrittenMemory { get; init; }

    /// <summary>Sentences of <see cref="ShortTermMemory"/> that no model may change.</summary>
    public IReadOnlyList<string> LockedSentences { get; init; } = [];

    /// <summary>Why memory changed as it did.</summary>
    public string Rationale { get; init; } = "";

    /// <summary>The plans for what may come next.</summary>
    public IReadOnlyList<string> Plans { get; init; } = [];

    /// <summary>What was recalled for this step.</summary>
    public IReadOnlyList<RecalledEntry> Recalled { get; init; } = [];

    /// <summary>How many entries could not be compared with the plan, because they were not indexed.</summary>
    public int RecalledWithout { get; init; }

    /// <summary>Whether the toss let a new character in.</summary>
    public bool NewCharacter { get; init; }

    /// <summary>Its place in the arc when it was played; null when it was written at a desk.</summary>
    public PlayTurn? Turn { get; init; }

    /// <summary>The settings it was written with.</summary>
    public required StorySettings Settings { get; init; }

    /// <summary>The model that wrote it.</summary>
    public required string Model { get; init; }

    /// <summary>Tokens of all its requests.</summary>
    public TokenUsage Usage { get; init; } = TokenUsage.None;

    /// <summary>From the start to the last word.</summary>
    public TimeSpan Elapsed { get; init; }
}
