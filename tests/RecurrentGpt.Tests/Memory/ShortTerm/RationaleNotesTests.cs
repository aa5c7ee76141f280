using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Tests.Memory.ShortTerm;

public sealed class RationaleNotesTests
{
    private static readonly MemoryChange Gate = new(0, ChangeKind.Dropped, "The gate closed by itself at dawn.", "");
    private static readonly MemoryChange Letters = new(1, ChangeKind.Dropped, "The buyer wrote twice from Husum.", "");
    private static readonly MemoryChange Boy = new(2, ChangeKind.Added, "", "The boy came in by the cellar and has flour on his sleeves.");

    [Fact]
    public void Of_Labels_GivesEachChangeItsClauseWithoutTheLabel()
    {
        var notes = RationaleNotes.Of("Dropped: the gate, settled in step 9; that the buyer wrote twice, he is here now. Added: who let the boy in will matter.", [Gate, Letters, Boy]);

        Assert.Equal("the gate, settled in step 9", notes[0]);
        Assert.Equal("that the buyer wrote twice, he is here now", notes[1]);
        Assert.Equal("who let the boy in will matter", notes[2]);
    }

    [Fact]
    public void Of_ReasonAfterASemicolon_GoesWithTheClauseBefore()
    {
        var notes = RationaleNotes.Of("Dropped: that the buyer wrote twice from Husum; he is here now, and nothing more comes of it.", [Gate, Letters]);

        Assert.Equal("the buyer wrote twice from Husum; he is here now, and nothing more comes of it", notes[1]);
        Assert.False(notes.ContainsKey(0));
    }

    [Fact]
    public void Of_Prose_TellsDroppedFromAdded()
    {
        var notes = RationaleNotes.Of("I dropped the closing gate because nobody will ask again, and added that the boy has flour on his sleeves.", [Gate, Boy]);

        Assert.StartsWith("I dropped the closing gate", notes[0], StringComparison.Ordinal);
        Assert.Contains("flour", notes[2], StringComparison.Ordinal);
        Assert.DoesNotContain("gate", notes[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AReword_GivesItsClauseWithoutTheLabel()
    {
        var well = new MemoryChange(0, ChangeKind.Reworded, "The boy waits by the well behind the house.", "The boy waits by the cistern behind the house.");

        var notes = RationaleNotes.Of("Reworded: the well, which is a cistern.", [well]);

        Assert.Equal("the well, which is a cistern", notes[0]);
    }

    [Fact]
    public void Of_WrongPolarity_IsNotGiven()
    {
        var notes = RationaleNotes.Of("Added: the gate has a new lock. Dropped: the tide.", [Gate, Letters]);

        Assert.Empty(notes);
    }

    [Fact]
    public void Of_QuotedSentences_LeavesTheReason()
    {
        var notes = RationaleNotes.Of("Dropped to make room, since the story has moved past it: “The gate closed by itself at dawn. The buyer wrote twice from Husum.”", [Gate, Letters]);

        Assert.Equal("Dropped to make room, since the story has moved past it", notes[0]);
        Assert.Equal(notes[0], notes[1]);
    }

    [Fact]
    public void Of_OneChangeAndOneClause_BelongTogetherWhateverTheirWords()
    {
        var notes = RationaleNotes.Of("Dropped: what turn 4 settled. Added: what is open.", [Gate, Boy]);

        Assert.Equal("what turn 4 settled", notes[0]);
        Assert.Equal("what is open", notes[2]);
    }

    [Fact]
    public void Of_Chinese_GivesEachChangeItsClause()
    {
        var gate = new MemoryChange(0, ChangeKind.Dropped, "门在黎明时自己关上了。", "");
        var tree = new MemoryChange(1, ChangeKind.Dropped, "果园里有一棵树不见了。", "");
        var boy = new MemoryChange(2, ChangeKind.Added, "", "男孩袖子上沾着面粉。");

        var notes = RationaleNotes.Of("删去：门在黎明关上的事已经了结；那棵树不见了，也已经找到。加上：男孩袖子上的面粉，因为是谁放他进来的还要紧。", [gate, tree, boy]);

        Assert.Equal("门在黎明关上的事已经了结", notes[0]);
        Assert.Equal("那棵树不见了，也已经找到", notes[1]);
        Assert.Equal("男孩袖子上的面粉，因为是谁放他进来的还要紧", notes[2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("“")]
    [InlineData(";;;: “ ” \"")]
    [InlineData("Everything that was known is kept, because there is room for it.")]
    public void Of_NothingSaid_GivesNothing(string rationale)
    {
        Assert.Empty(RationaleNotes.Of(rationale, [Gate, Letters, Boy]));
    }
}
