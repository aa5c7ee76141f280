using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Memory.ShortTerm;

public sealed class StandingChangesTests
{
    private const string Sent = "Mara keeps an orchard. The gate closed by itself. The boy came by the road.";
    private const string Written = "Mara keeps an orchard. The boy came by the long road. Rope is short.";

    private static readonly TrackedChanges Tracked = TrackedChanges.Between(Sent, Written);

    [Theory]
    [InlineData(0, "Mara keeps an orchard. The gate closed by itself. The boy came by the long road. Rope is short.")]
    [InlineData(1, "Mara keeps an orchard. The boy came by the road. Rope is short.")]
    [InlineData(2, "Mara keeps an orchard. The boy came by the long road.")]
    public void Turn_OneChange_ChangesThatSentenceAndBack(int index, string expected)
    {
        var change = Tracked.Changes[index];

        var turned = Tracked.In(Written).Turn(change);

        Assert.Equal(expected, turned);
        Assert.Equal(ChangeState.TakenBack, Tracked.In(turned).StateOf(change));
        Assert.Equal(Written, Tracked.In(turned).Turn(change));
    }

    [Fact]
    public void Turn_Chinese_PutsNoSpaces()
    {
        var tracked = TrackedChanges.Between("玛拉守着果园。门自己关上了。树不见了。", "玛拉守着果园。树不见了。");

        Assert.Equal("玛拉守着果园。门自己关上了。树不见了。", tracked.In("玛拉守着果园。树不见了。").Turn(tracked.Changes[0]));
    }

    [Fact]
    public void Turn_MemoryOfOneLineForEachSentence_KeepsTheLines()
    {
        var tracked = TrackedChanges.Between("One stays\nTwo goes\nThree stays", "One stays\nThree stays");

        var back = tracked.In("One stays\nThree stays").Turn(tracked.Changes[0]);

        Assert.Equal("One stays\nTwo goes\nThree stays", back);
        Assert.Equal("One stays\nThree stays", tracked.In(back).Turn(tracked.Changes[0]));
    }

    [Fact]
    public void Turn_NextToALineWithoutStop_NeverRunsIntoIt()
    {
        var tracked = TrackedChanges.Between("A heading\nThe gate closed.", "The gate closed.");

        var text = tracked.In("The gate closed.\nMy note without a stop").Turn(tracked.Changes[0]);

        Assert.Equal(["A heading", "The gate closed.", "My note without a stop"], Prose.Sentences(text));
    }

    [Fact]
    public void StateOf_AddedSentenceThatTheAuthorReworded_IsByHand()
    {
        var mine = Tracked.In("Mara keeps an orchard. The boy came by the long road. The rope is far too short.");

        Assert.Equal(ChangeState.ByHand, mine.StateOf(Tracked.Changes[2]));
        Assert.Equal(mine.Text, mine.Turn(Tracked.Changes[2]));
    }

    [Fact]
    public void StateOf_RewordedSentenceThatTheAuthorTookOut_IsByHand()
    {
        var mine = Tracked.In("Mara keeps an orchard. Rope is short.");

        Assert.Equal(ChangeState.ByHand, mine.StateOf(Tracked.Changes[1]));
    }

    [Fact]
    public void Turn_EverythingWasDeletedByHand_StillPutsTheSentenceBack()
    {
        Assert.Equal("The gate closed by itself.", Tracked.In("").Turn(Tracked.Changes[0]));
    }

    [Fact]
    public void Turn_AllChangesOfRandomMemories_GivesTheSentencesOfTheMemoryThatWasSent()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var (sent, written) = new RandomMemory(seed).Pair();
            var tracked = TrackedChanges.Between(sent, written);

            var text = tracked.Changes.Aggregate(written, (now, change) => tracked.In(now).Turn(change));

            Assert.Equal(Prose.Sentences(sent), Prose.Sentences(text));
            Assert.All(tracked.Changes, change => Assert.Equal(ChangeState.TakenBack, tracked.In(text).StateOf(change)));
        }
    }

    [Fact]
    public void Turn_TwiceOnRandomMemories_IsTheSameTextByteForByte()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var (sent, written) = new RandomMemory(seed).Pair();
            var tracked = TrackedChanges.Between(sent, written);
            foreach (var change in tracked.Changes)
            {
                var turned = tracked.In(written).Turn(change);

                Assert.NotEqual(written, turned);
                Assert.Equal(written, tracked.In(turned).Turn(change));
                Assert.All(tracked.Changes.Where(other => other != change), other => Assert.Equal(ChangeState.Stands, tracked.In(turned).StateOf(other)));
            }
        }
    }

    [Fact]
    public void Turn_RandomMemoriesWithOwnSentences_NeverLosesWhatTheAuthorWrote()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new RandomMemory(seed);
            var (sent, written) = random.Pair();
            var tracked = TrackedChanges.Between(sent, written);
            var mine = WithOwn(random, written);
            foreach (var change in tracked.Changes)
            {
                var turned = tracked.In(mine).Turn(change);

                Assert.Contains(RandomMemory.OwnSentence, Prose.Sentences(turned));
                Assert.Equal(ChangeState.TakenBack, tracked.In(turned).StateOf(change));
                Assert.Equal(Prose.Sentences(mine).Order(), Prose.Sentences(tracked.In(turned).Turn(change)).Order());
            }
        }
    }

    private static string WithOwn(RandomMemory random, string written)
    {
        List<string> sentences = [.. Prose.Sentences(written)];
        sentences.Insert(random.Next(sentences.Count + 1), RandomMemory.OwnSentence);
        return string.Join('\n', sentences);
    }
}
