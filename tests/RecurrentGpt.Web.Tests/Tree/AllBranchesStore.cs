using RecurrentGpt.Authors;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>
/// A store that forgets about branches: it gives the entries of all of them as one path. By their numbers, so that none comes after a step
/// that goes on from it: an entry that is stored again has its true parent, and would close a circle.
/// </summary>
internal sealed class AllBranchesStore(IStoryStore store) : IStoryStore
{
    public async Task<IReadOnlyList<MemoryEntry>> ReadEntriesAsync(Guid storyId, CancellationToken cancellationToken)
    {
        var head = (await FindStoryAsync(storyId, cancellationToken))?.HeadId;
        var entries = (await store.ReadEntriesAsync(storyId, cancellationToken)).OrderBy(entry => entry.Number).ThenBy(entry => entry.StepId == head).ToList();
        return [.. entries.Select((entry, index) => entry with { ParentId = index == 0 ? null : entries[index - 1].StepId })];
    }

    public Task<Story?> FindStoryAsync(Guid storyId, CancellationToken cancellationToken) => store.FindStoryAsync(storyId, cancellationToken);

    public Task<Step?> FindStepAsync(Guid stepId, CancellationToken cancellationToken) => store.FindStepAsync(stepId, cancellationToken);

    public Task<IReadOnlyList<PastPick>> ReadPicksAsync(Guid headId, CancellationToken cancellationToken) => store.ReadPicksAsync(headId, cancellationToken);

    public Task<IReadOnlyList<StoryParagraph>> ReadParagraphsAsync(Guid storyId, CancellationToken cancellationToken) => store.ReadParagraphsAsync(storyId, cancellationToken);

    public Task SaveVectorsAsync(string embeddingModel, IReadOnlyList<EntryVector> vectors, CancellationToken cancellationToken) =>
        store.SaveVectorsAsync(embeddingModel, vectors, cancellationToken);

    public Task<Run?> ClaimAsync(Guid runId, RunRequest request, CancellationToken cancellationToken) => store.ClaimAsync(runId, request, cancellationToken);

    public Task KeepPartialAsync(Guid runId, string partial, CancellationToken cancellationToken) => store.KeepPartialAsync(runId, partial, cancellationToken);

    public Task<Committed> CommitAsync(Guid runId, StoryChange change, CancellationToken cancellationToken) => store.CommitAsync(runId, change, cancellationToken);

    public Task EndAsync(Guid runId, RunEnd end, CancellationToken cancellationToken) => store.EndAsync(runId, end, cancellationToken);
}
