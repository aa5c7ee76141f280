using RecurrentGpt.Authors;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>
/// The seam between a run and what is stored. Each method is one transaction; none leaves anything half done.
/// </summary>
public interface IStoryStore
{
    /// <summary>Reads a story; null when there is none, or it is deleted.</summary>
    Task<Story?> FindStoryAsync(Guid storyId, CancellationToken cancellationToken);

    /// <summary>Reads a step; null when there is none.</summary>
    Task<Step?> FindStepAsync(Guid stepId, CancellationToken cancellationToken);

    /// <summary>Reads all entries of a story's long-term memory, of all branches, with their vectors.</summary>
    Task<IReadOnlyList<MemoryEntry>> ReadEntriesAsync(Guid storyId, CancellationToken cancellationToken);

    /// <summary>The choices that the person made on the path to a step, oldest first: plans picked, edited or their own, and choices of autopilot that they corrected.</summary>
    Task<IReadOnlyList<PastPick>> ReadPicksAsync(Guid headId, CancellationToken cancellationToken);

    /// <summary>Reads all paragraphs of a story, of all branches, by their number.</summary>
    Task<IReadOnlyList<StoryParagraph>> ReadParagraphsAsync(Guid storyId, CancellationToken cancellationToken);

    /// <summary>Stores vectors of entries that had none of their space. An entry whose text is not the one that was embedded is left as it is.</summary>
    /// <param name="embeddingModel">The space that the vectors live in.</param>
    /// <param name="vectors">The vectors.</param>
    /// <param name="cancellationToken">Takes it back as long as it has not begun.</param>
    Task SaveVectorsAsync(string embeddingModel, IReadOnlyList<EntryVector> vectors, CancellationToken cancellationToken);

    /// <summary>Stores a new run, in state <see cref="RunState.Running"/>.</summary>
    /// <returns>The run, or null when the story has a running one already.</returns>
    Task<Run?> ClaimAsync(Guid runId, RunRequest request, CancellationToken cancellationToken);

    /// <summary>Keeps prose that has come so far, in case the program ends now.</summary>
    Task KeepPartialAsync(Guid runId, string partial, CancellationToken cancellationToken);

    /// <summary>
    /// Stores what a run wrote: steps, memory, summaries, vectors, plans, what it proposes, and exchanges, the head moved, the run done, in one transaction.
    /// </summary>
    /// <exception cref="InvalidOperationException">The run is not running: it has committed before, or was ended.</exception>
    Task<Committed> CommitAsync(Guid runId, StoryChange change, CancellationToken cancellationToken);

    /// <summary>Ends a run without a step. The story stays as it was; prose, sections and raw replies are kept with the run.</summary>
    Task EndAsync(Guid runId, RunEnd end, CancellationToken cancellationToken);
}

/// <summary>What a commit has stored.</summary>
/// <param name="Steps">The new steps as they are stored; empty when there were none.</param>
/// <param name="Entry">The entry of long-term memory that was given a new summary, as it is stored; null when there was none.</param>
public sealed record Committed(IReadOnlyList<Step> Steps, MemoryEntry? Entry);

/// <summary>A paragraph as it stands, with its place in the tree.</summary>
/// <param name="StepId">Its step.</param>
/// <param name="ParentId">The step before it; null for the first.</param>
/// <param name="Number">Its number on its path, from 1.</param>
/// <param name="Version">The <see cref="Step.Version"/> of the text.</param>
/// <param name="Text">The text.</param>
public sealed record StoryParagraph(Guid StepId, Guid? ParentId, int Number, int Version, string Text);
