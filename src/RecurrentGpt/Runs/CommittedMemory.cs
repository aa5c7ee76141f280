using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>Tells the open memory of a story what a commit has stored.</summary>
internal sealed class CommittedMemory(MemoryShelf shelf, MemoryIndexer indexer)
{
    internal void Remember(Guid storyId, Committed committed, StoryChange change)
    {
        foreach (var (step, written) in committed.Steps.Zip(change.Steps))
        {
            var entry = new MemoryEntry
            {
                StepId = step.Id,
                ParentId = step.ParentId,
                Number = step.Number,
                Text = written.Summary,
                Vector = written.Vector,
                EmbeddingModel = written.EmbeddingModel,
            };
            shelf.Change(storyId, memory => memory.Put(entry));
        }

        if (committed.Entry is { } summarised)
        {
            shelf.Change(storyId, memory => memory.Put(summarised));
        }

        // A step's two requests are all that it sends, unless something is left to fill in.
        if (change.Steps.Any(step => step.Vector is null) || committed.Entry is { Vector: null } || shelf.Find(storyId) is { } memory && memory.ToIndex().Count > 0)
        {
            indexer.Begin(storyId);
        }
    }
}
