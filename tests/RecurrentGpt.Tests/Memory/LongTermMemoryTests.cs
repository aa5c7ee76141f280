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
    public void ToIndex_AnEntryWhoseVectorCannotBeCompared_IsAmongThem()
    {
        var odd = Samples.Entry(1, "odd", vector: new float[] { 1, 0, 0 });
        var one = Samples.Entry(2, "one", odd.StepId, North);
        var two = Samples.Entry(3, "two", one.StepId, East);

        var memory = new LongTermMemory("letters", [odd, one, two]);

        Assert.Equal(2, memory.Dimensions);
        Assert.Equal(["odd"], memory.ToIndex().Select(entry => entry.Text));
    }

    [Fact]
    public void Path_EntriesLeadBackToOneOfThemselves_SaysSoInsteadOfWalkingForEver()
    {
        var rope = Samples.Entry(1, "rope", vector: North);
        var lamp = Samples.Entry(2, "lamp", rope.StepId, East);
        var head = Samples.Entry(3, "head", lamp.StepId, North);
        var memory = new LongTermMemory("letters", [rope, lamp, head]);

        memory.Put(rope with { ParentId = lamp.StepId });

        Assert.Throws<InvalidOperationException>(() => memory.Path(head.StepId));
        Assert.Throws<InvalidOperationException>(() => memory.Recall(head.StepId, North, 2));
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

    [Fact]
    public void Put_OfAMarkThatKnowsNoVector_KeepsTheOneOfTheSameText()
    {
        var first = Samples.Entry(1, "words", vector: North);
        var head = Samples.Entry(2, "head", first.StepId, North);
        var memory = new LongTermMemory("letters", [first, head]);

        memory.Put(first with { Version = 1, Pinned = true, Vector = null, EmbeddingModel = "" });
        var marked = memory.NotIndexed(head.StepId);
        memory.Put(first with { Version = 2, Text = "other words", Vector = null, EmbeddingModel = "" });

        Assert.Equal((0, 1), (marked, memory.NotIndexed(head.StepId)));
    }

    [Fact]
    public void Put_OfAnOlderVersion_IsNotTaken()
    {
        var head = Samples.Entry(1, "head", vector: North);
        var memory = new LongTermMemory("letters", [head with { Version = 2, Text = "second change" }]);

        memory.Put(head with { Version = 1, Text = "first change" });

        Assert.Equal("second change", memory.Find(head.StepId)!.Text);
    }

    [Fact]
    public void Weigh_APathOfEveryKind_SaysOfEachWhyItIsSentOrNot()
    {
        var pinned = Samples.Entry(1, "pinned", vector: East) with { Pinned = true };
        var large = Samples.Entry(2, new string('x', 4 * LongTermMemory.PinnedTokenBudget), pinned.StepId, North) with { Pinned = true };
        var banned = Samples.Entry(3, "banned", large.StepId, North) with { Banned = true };
        var near = Samples.Entry(4, "near", banned.StepId, North);
        var far = Samples.Entry(5, "far", near.StepId, East);
        var bare = Samples.Entry(6, "bare", far.StepId);
        var head = Samples.Entry(7, "head", bare.StepId, North);
        var memory = new LongTermMemory("letters", [pinned, large, banned, near, far, bare, head]);

        var weighing = memory.Weigh(head.StepId, North, 1);

        Assert.True(weighing.ByMeaning);
        Assert.Equal(1, weighing.NotIndexed);
        Assert.Equal(2, weighing.PinnedTokens);
        Assert.Equal<(int, double?, RecallReason?, NotSentReason?)>(
            [
                (1, 0.0, RecallReason.Pinned, null),
                (2, 1.0, null, NotSentReason.OverBudget),
                (3, 1.0, null, NotSentReason.Banned),
                (4, 1.0, RecallReason.Similar, null),
                (5, 0.0, null, NotSentReason.NotAmongTheNearest),
                (6, null, null, NotSentReason.NotIndexed),
                (7, 1.0, null, NotSentReason.Head),
            ],
            weighing.Entries.Select(weighed => (weighed.Entry.Number, weighed.Score, weighed.Sent, weighed.NotSent)));
        Assert.Equal([2], weighing.ToRecall().PinnedLeftOut);
    }

    [Fact]
    public void Weigh_InAThousandRandomStates_AgreesWithAFullSort()
    {
        var random = new Random(11);
        for (var round = 0; round < 1_000; round++)
        {
            var entries = RandomPath(random);
            var memory = new LongTermMemory("letters", entries);
            var (head, query, count) = (entries[^1].StepId, Vector(random), random.Next(6));

            var weighing = memory.Weigh(head, query, count);
            var recall = memory.Recall(head, query, count);

            var others = weighing.Entries.Where(weighed => weighed.Entry is { Pinned: false, Banned: false } entry && entry.StepId != head).ToList();
            var byMeaning = others.Count == 0 || others.Count(weighed => weighed.Score is not null) * 2 >= others.Count;
            var expected = byMeaning
                ? others.Where(weighed => weighed.Score is not null).OrderByDescending(weighed => weighed.Score).ThenByDescending(weighed => weighed.Entry.Number)
                : others.OrderByDescending(weighed => weighed.Entry.Number);
            Assert.Equal(byMeaning, weighing.ByMeaning);
            Assert.Equal(expected.Take(count).Select(weighed => weighed.Entry.StepId), recall.Entries.Where(entry => entry.Reason != RecallReason.Pinned).Select(entry => entry.StepId));
            Assert.Equal(
                weighing.Entries.Where(weighed => weighed.Sent is not null).Select(weighed => weighed.Entry.StepId).Order(),
                recall.Entries.Select(entry => entry.StepId).Order());
            Assert.All(weighing.Entries, weighed => Assert.NotEqual(weighed.Sent is null, weighed.NotSent is null));
        }
    }

    [Fact]
    public void Weigh_WhileTheStoryGrowsAndChanges_AgreesWithAMemoryThatIsMadeAnew()
    {
        var random = new Random(12);
        for (var round = 0; round < 100; round++)
        {
            var entries = new List<MemoryEntry> { Samples.Entry(1, "first", vector: Vector(random)) };
            var late = Samples.Entry(0, "late");
            var memory = new LongTermMemory("letters", entries);
            for (var change = 0; change < 40; change++)
            {
                var changed = Changed(random, entries, late);
                entries.RemoveAll(entry => entry.StepId == changed.StepId);
                entries.Add(changed);
                memory.Put(changed);
                var head = random.Next(3) == 0 ? entries[random.Next(entries.Count)] : entries[^1];
                var query = Vector(random);

                var expected = new LongTermMemory("letters", entries).Weigh(head.StepId, query, 3);

                Assert.Equal(expected.Entries, memory.Weigh(head.StepId, query, 3).Entries);
            }
        }
    }

    // A step that follows any other, the one that all began with and that came late, or another version of one.
    private static MemoryEntry Changed(Random random, List<MemoryEntry> entries, MemoryEntry late)
    {
        var earlier = entries[random.Next(entries.Count)];
        return random.Next(8) switch
        {
            0 => earlier with { Version = earlier.Version + 1, Pinned = !earlier.Pinned, Banned = random.Next(4) == 0 },
            1 when !entries.Exists(entry => entry.StepId == late.StepId) => late,
            < 3 => Samples.Entry(1, "orphan", late.StepId, Vector(random)),
            < 6 => Samples.Entry(entries[^1].Number + 1, "next", entries[^1].StepId, Vector(random)),
            _ => Samples.Entry(earlier.Number + 1, "branch", earlier.StepId, Vector(random)),
        };
    }

    [Fact]
    public void Recall_OfAPinnedHead_SendsIt()
    {
        var first = Samples.Entry(1, "first", vector: North);
        var head = Samples.Entry(2, "head", first.StepId, North) with { Pinned = true };
        var memory = new LongTermMemory("letters", [first, head]);

        var recall = memory.Recall(head.StepId, North, 4);

        Assert.Equal(["head", "first"], recall.Entries.Select(entry => entry.Text));
    }

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    public void Recall_WithEntriesThatAreNotIndexed_IsByMeaningWhileHalfOfThemAre(int bare, int indexed, bool byMeaning)
    {
        var entries = new List<MemoryEntry>();
        for (var number = 1; number <= bare + indexed + 1; number++)
        {
            entries.Add(Samples.Entry(number, $"entry {number}", entries.LastOrDefault()?.StepId, number <= bare ? null : new ReadOnlyMemory<float>(North)));
        }

        var recall = new LongTermMemory("letters", entries).Recall(entries[^1].StepId, North, 9);

        Assert.Equal(byMeaning, recall.ByMeaning);
        Assert.Equal(bare, recall.NotIndexed);
        Assert.Equal(byMeaning ? indexed : bare + indexed, recall.Entries.Count);
    }

    [Fact]
    public void Index_OfTheTextThatStands_IsTakenAndOfAnotherNot()
    {
        var first = Samples.Entry(1, "new words");
        var head = Samples.Entry(2, "head", first.StepId, North);
        var memory = new LongTermMemory("letters", [first, head]);

        memory.Index(new EntryVector(first.StepId, "old words", North));
        var before = memory.ToIndex().Count;
        memory.Index(new EntryVector(first.StepId, "new words", North));

        Assert.Equal((1, 0), (before, memory.ToIndex().Count));
        Assert.Equal(1.0, memory.Recall(head.StepId, North, 1).Entries[0].Score!.Value, 5);
    }

    private static List<MemoryEntry> RandomPath(Random random)
    {
        var entries = new List<MemoryEntry>();
        for (var number = 1; number <= random.Next(1, 14); number++)
        {
            ReadOnlyMemory<float>? vector = random.Next(3) == 0 ? null : Vector(random);
            var entry = Samples.Entry(number, $"entry {number}", entries.LastOrDefault()?.StepId, vector);
            entries.Add(entry with { Pinned = random.Next(6) == 0, Banned = random.Next(6) == 0 });
        }

        return entries;
    }

    private static float[] Vector(Random random) => [random.Next(-3, 4), 1 + random.Next(3), random.Next(-3, 4)];

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
