using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Memory.ShortTerm;

public sealed class LockedMemoryTests
{
    private const string Sent = "Mara keeps an orchard. The gate closed by itself. The boy came by the road.";

    [Theory]
    [InlineData("Mara keeps an orchard. The boy came by the road.", Sent)]
    [InlineData("Mara keeps an orchard. The gate closed by itself today. The boy came by the road.", Sent)]
    [InlineData("Mara keeps an orchard. Rope is short. The boy came by the road.", "Mara keeps an orchard. The gate closed by itself. Rope is short. The boy came by the road.")]
    [InlineData("The boy came by the road. The gate closed by itself.", "The boy came by the road. The gate closed by itself.")]
    [InlineData("The gate closed by itself. Rope is short. The gate closed by itself.", "The gate closed by itself. Rope is short.")]
    [InlineData("Rope is short.", "The gate closed by itself. Rope is short.")]
    [InlineData("", "The gate closed by itself.")]
    public void Keep_LockedSentenceDroppedRewordedMovedOrDoubled_StandsOnceLetterForLetter(string written, string expected)
    {
        Assert.Equal(expected, LockedMemory.Keep(Sent, written, ["The gate closed by itself."]));
    }

    [Fact]
    public void Keep_Chinese_PutsNoSpaces()
    {
        Assert.Equal("玛拉守着果园。门自己关上了。树不见了。", LockedMemory.Keep("玛拉守着果园。门自己关上了。树不见了。", "玛拉守着果园。树不见了。", ["门自己关上了。"]));
    }

    [Fact]
    public void Keep_TwoNeighboursDropped_ComeBackInTheirOrder()
    {
        var text = LockedMemory.Keep("One stays.\nTwo goes.\nThree goes.\nFour stays.", "One stays.\nFour stays.", ["Three goes.", "Two goes."]);

        Assert.Equal("One stays.\nTwo goes.\nThree goes.\nFour stays.", text);
    }

    [Fact]
    public void Keep_RuleBetweenSentences_StillReadsAsTheSameSentences()
    {
        var text = LockedMemory.Keep("A heading\n---\nThe gate closed. It rains.", "It rains.\n---\n***", ["A heading"]);

        Assert.Equal(["A heading", "It rains."], Prose.Sentences(text));
    }

    [Fact]
    public void Keep_LockThatStandsNowhereInWhatWasSent_ChangesNothing()
    {
        const string Written = "Mara  keeps an orchard.\r\n The boy came. ";

        Assert.Equal(Written, LockedMemory.Keep(Sent, Written, ["A sentence of another branch."]));
    }

    [Fact]
    public void Keep_RandomMemories_HaveEveryLockedSentenceOnceAndEveryOtherAsWritten()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new RandomMemory(seed);
            var (sent, written) = random.Pair();
            string[] locked = [.. Prose.Sentences(sent).Where(_ => random.Next(3) == 0)];

            var kept = LockedMemory.Keep(sent, written, locked);

            var changes = TrackedChanges.Between(sent, written).Changes;
            var reworded = changes.Where(change => change.Kind == ChangeKind.Reworded && locked.Contains(change.Before)).Select(change => change.After);
            Assert.All(locked, sentence => Assert.Single(Prose.Sentences(kept), sentence));
            Assert.Equal(Prose.Sentences(written).Except(reworded).Except(locked), Prose.Sentences(kept).Except(locked));
            Assert.All(changes.Where(change => locked.Contains(change.Before)), change => Assert.Equal(ChangeState.TakenBack, TrackedChanges.Between(sent, written).In(kept).StateOf(change)));
        }
    }

    [Fact]
    public void Keep_RandomMemoriesWithNothingLockedOrNothingLockedTouched_IsTheSameTextByteForByte()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var (sent, written) = new RandomMemory(seed).Pair();
            string[] untouched = [.. Prose.Sentences(sent).Intersect(Prose.Sentences(written))];

            Assert.Equal(written, LockedMemory.Keep(sent, written, []));
            Assert.Equal(written, LockedMemory.Keep(sent, written, untouched));
        }
    }

    [Fact]
    public void Keep_RandomMemories_KeepsLockedSentencesInTheirOrder()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var (sent, written) = new RandomMemory(seed).Pair();
            string[] locked = [.. Prose.Sentences(sent)];

            var kept = Prose.Sentences(LockedMemory.Keep(sent, written, locked));

            Assert.Equal(locked, kept.Intersect(locked));
        }
    }

    [Fact]
    public void Standing_LockedSentences_ComeInTheOrderOfTheTextWithoutThoseThatAreNotThere()
    {
        Assert.Equal(["Mara keeps an orchard.", "The boy came by the road."], LockedMemory.Standing(Sent, ["The boy came by the road.", "Gone.", "Mara keeps an orchard."]));
    }

    [Theory]
    [InlineData("Mara keeps an orchard. The gate closed by itself at dawn. The boy came by the road.", "The gate closed by itself at dawn.")]
    [InlineData("The gate closed by itself. Mara keeps an orchard.", "The gate closed by itself.")]
    [InlineData("Mara keeps an orchard. The gate closed by itself The boy came by the road.", "The gate closed by itself The boy came by the road.")]
    [InlineData("Mara keeps a walled orchard. The gate closed by itself. The boy came.", "The gate closed by itself.")]
    public void Follow_EditByHand_KeepsTheLockOnItsSentence(string after, string locked)
    {
        Assert.Equal([locked], LockedMemory.Follow(Sent, after, ["The gate closed by itself."]));
    }

    [Theory]
    [InlineData("Mara keeps an orchard. The boy came by the road.")]
    [InlineData("Mara keeps an orchard. Rope is short. The boy came by the road.")]
    [InlineData("")]
    public void Follow_SentenceDeletedByHand_IsLockedNoMore(string after)
    {
        Assert.Empty(LockedMemory.Follow(Sent, after, ["The gate closed by itself."]));
    }

    [Fact]
    public void Follow_StopTakenAwayAndPutBack_LeavesTheSentenceLocked()
    {
        const string Joined = "Mara keeps an orchard. The gate closed by itself The boy came by the road.";

        var locked = LockedMemory.Follow(Joined, Sent, LockedMemory.Follow(Sent, Joined, ["The gate closed by itself."]));

        Assert.Contains("The gate closed by itself.", locked);
    }
}
