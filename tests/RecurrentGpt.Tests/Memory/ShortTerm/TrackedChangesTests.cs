using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Tests.Memory.ShortTerm;

public sealed class TrackedChangesTests
{
    [Fact]
    public void Between_DropAddRewordKeep_InOrder()
    {
        var changes = TrackedChanges.Between(
            "Mara keeps a glass orchard. The gate closed by itself at dawn. The boy came by the road. The hum is low.",
            "Mara keeps a glass orchard. The boy came by the cellar and not by the road. Rope is short. The hum is low.");

        Assert.Equal(
            [
                new MemoryChange(0, ChangeKind.Dropped, "The gate closed by itself at dawn.", ""),
                new MemoryChange(1, ChangeKind.Reworded, "The boy came by the road.", "The boy came by the cellar and not by the road."),
                new MemoryChange(2, ChangeKind.Added, "", "Rope is short."),
            ],
            changes.Changes);
        Assert.Equal(2, changes.Kept);
    }

    [Fact]
    public void Between_Chinese_InOrder()
    {
        var changes = TrackedChanges.Between("玛拉守着果园。门在黎明时自己关上了。有一棵树不见了。", "玛拉守着果园。有两棵树不见了。男孩来了。");

        Assert.Equal(
            [
                new MemoryChange(0, ChangeKind.Dropped, "门在黎明时自己关上了。", ""),
                new MemoryChange(1, ChangeKind.Reworded, "有一棵树不见了。", "有两棵树不见了。"),
                new MemoryChange(2, ChangeKind.Added, "", "男孩来了。"),
            ],
            changes.Changes);
    }

    [Fact]
    public void Between_SentenceThatOnlyMoved_IsKept()
    {
        var changes = TrackedChanges.Between("One comes first. Two follows. Three ends it.", "Two follows. Three ends it. One comes first.");

        Assert.Empty(changes.Changes);
        Assert.Equal(3, changes.Kept);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "All is new.")]
    [InlineData("All is gone.", "")]
    public void Between_EmptyMemories_HasWhatIsThere(string sent, string written)
    {
        var changes = TrackedChanges.Between(sent, written).Changes;

        Assert.Equal((sent + written).Length > 0 ? 1 : 0, changes.Count);
    }

    [Fact]
    public void Between_ThousandsOfOneWordSentences_IsCompared()
    {
        var sent = string.Concat(Enumerable.Range(0, 2_000).Select(at => at % 2 == 0 ? "Yes. " : "No. "));
        var written = string.Concat(Enumerable.Range(0, 2_000).Select(at => at % 3 == 0 ? "Yes. " : "Well. "));

        var changes = TrackedChanges.Between(sent, written);

        Assert.Equal(667, changes.Kept);
        Assert.Equal(2_000 - 667, changes.Changes.Count(change => change.Kind == ChangeKind.Dropped));
    }

    [Fact]
    public void Pairs_RandomSequences_AreAsLongAsThePlainTableSays()
    {
        var chance = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            string[] left = [.. Enumerable.Range(0, chance.Next(150)).Select(_ => "abcd"[chance.Next(4)..][..1])];
            string[] right = [.. Enumerable.Range(0, chance.Next(150)).Select(_ => "abcd"[chance.Next(4)..][..1])];

            var pairs = CommonSequence.Pairs(left, right);

            Assert.Equal(PlainLength(left, right), pairs.Count);
            Assert.All(pairs, pair => Assert.Equal(left[pair.Left], right[pair.Right]));
            Assert.All(pairs.Zip(pairs.Skip(1)), two => Assert.True(two.First.Left < two.Second.Left && two.First.Right < two.Second.Right));
        }
    }

    private static int PlainLength(string[] left, string[] right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                table[i, j] = left[i - 1] == right[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
            }
        }

        return table[left.Length, right.Length];
    }
}
