using RecurrentGpt.Memory;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Memory;

public sealed class LongTermMemoryTests
{
    private static readonly float[] North = [1, 0];
    private static readonly float[] East = [0, 1];

    [Fact]
    public void Recall_ByMeaning_GivesTheNearestFirstAndLeavesTheHeadOut()
    {
        var rope = Samples.Entry(1, "rope", vector: North);
        var lamp = Samples.Entry(2, "lamp", rope.StepId, East);
        var mixed = Samples.Entry(3, "both", lamp.StepId, new float[] { 1, 1 });
        var head = Samples.Entry(4, "head", mixed.StepId, North);
        var memory = new LongTermMemory("letters", [rope, lamp, mixed, head]);

        var recall = memory.Recall(head.StepId, North, 2);

        Assert.True(recall.ByMeaning);
        Assert.Equal(["rope", "both"], recall.Entries.Select(entry => entry.Text));
        Assert.Equal(1.0, recall.Entries[0].Score!.Value, 5);
        Assert.All(recall.Entries, entry => Assert.Equal(RecallReason.Similar, entry.Reason));
    }

    [Fact]
    public void Recall_OnABranch_KnowsNothingOfTheOther()
    {
        var root = Samples.Entry(1, "root", vector: North);
        var left = Samples.Entry(2, "left", root.StepId, North);
        var right = Samples.Entry(2, "right", root.StepId, North);
        var head = Samples.Entry(3, "head", right.StepId, East);
        var memory = new LongTermMemory("letters", [root, left, right, head]);

        var recall = memory.Recall(head.StepId, North, 9);

        Assert.Equal(["right", "root"], recall.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public void Recall_WithoutAnEmbeddingOfThePlan_GivesTheLatestAndSaysSo()
    {
        var memory = Chain(out var head, "one", "two", "three", "head");

        var recall = memory.Recall(head, null, 2);

        Assert.False(recall.ByMeaning);
        Assert.Equal(["three", "two"], recall.Entries.Select(entry => entry.Text));
        Assert.All(recall.Entries, entry => Assert.Null(entry.Score));
    }

    [Fact]
    public void Recall_InAnotherSpace_FallsBackToTheLatest()
    {
        var first = Samples.Entry(1, "one", vector: North);
        var head = Samples.Entry(2, "head", first.StepId, North);
        var memory = new LongTermMemory("another model", [first, head]);

        var recall = memory.Recall(head.StepId, North, 4);

        Assert.False(recall.ByMeaning);
        Assert.Equal(RecallReason.Recent, Assert.Single(recall.Entries).Reason);
        Assert.Equal(2, memory.NotIndexed(head.StepId));
    }

    [Fact]
    public void Recall_WithPinnedAndBannedEntries_AlwaysAndNeverSendsThem()
    {
        var pinned = Samples.Entry(1, "pinned", vector: East) with { Pinned = true };
        var banned = Samples.Entry(2, "banned", pinned.StepId, North) with { Banned = true };
        var plain = Samples.Entry(3, "plain", banned.StepId, North);
        var head = Samples.Entry(4, "head", plain.StepId, North);
        var memory = new LongTermMemory("letters", [pinned, banned, plain, head]);

        var recall = memory.Recall(head.StepId, North, 1);

        Assert.Equal([("pinned", RecallReason.Pinned), ("plain", RecallReason.Similar)], recall.Entries.Select(entry => (entry.Text, entry.Reason)));
    }

    [Fact]
    public void Recall_WithMorePinnedThanFits_NamesWhatWasLeftOut()
    {
        var large = Samples.Entry(1, new string('x', 4 * LongTermMemory.PinnedTokenBudget), vector: North) with { Pinned = true };
        var second = Samples.Entry(2, "does not fit", large.StepId, North) with { Pinned = true };
        var head = Samples.Entry(3, "head", second.StepId, North);
        var memory = new LongTermMemory("letters", [large, second, head]);

        var recall = memory.Recall(head.StepId, North, 0);

        Assert.Equal([1], recall.Entries.Select(entry => entry.Step));
        Assert.Equal([2], recall.PinnedLeftOut);
    }

    [Fact]
    public void Recall_OfTheFirstStep_IsNothing()
    {
        var memory = Chain(out var head, "head");

        Assert.Same(Recall.Nothing, memory.Recall(head, North, 4));
    }

    [Fact]
    public void Put_OfAChangedEntry_TakesThePlaceOfTheOld()
    {
        var first = Samples.Entry(1, "old words", vector: East);
        var head = Samples.Entry(2, "head", first.StepId, North);
        var memory = new LongTermMemory("letters", [first, head]);

        memory.Put(first with { Text = "new words", Vector = North });

        var recalled = Assert.Single(memory.Recall(head.StepId, North, 4).Entries);
        Assert.Equal("new words", recalled.Text);
        Assert.Equal(1.0, recalled.Score!.Value, 5);
    }

    private static LongTermMemory Chain(out Guid head, params string[] texts)
    {
        var entries = new List<MemoryEntry>();
        foreach (var text in texts)
        {
            entries.Add(Samples.Entry(entries.Count + 1, text, entries.Count > 0 ? entries[^1].StepId : null, North));
        }

        head = entries[^1].StepId;
        return new LongTermMemory("letters", entries);
    }
}
