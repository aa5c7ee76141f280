using RecurrentGpt.Stories.Changes;

namespace RecurrentGpt.Tests.Stories.Changes;

public sealed class TextChangesTests
{
    private const int Texts = 4_000;

    [Theory]
    [InlineData("The lamp was out.", "The lamp was lit.", "[out|lit]")]
    [InlineData("She went down to the shore.", "She went to the shore.", "[down |]")]
    [InlineData("She went.", "She slowly went.", "[|slowly ]")]
    [InlineData("The old man sat by the cold stove.", "The young man sat near the warm stove.", "[old|young] [by|near] [cold|warm]")]
    [InlineData("A dark and stormy night fell.", "A clear and quiet night fell.", "[dark and stormy|clear and quiet]")]
    [InlineData("他把灯留在码头。", "他把灯忘在码头。", "[留|忘]")]
    [InlineData("She said *never* and left.", "She said never and left.", "[*never*|never]")]
    [InlineData("", "All new.", "[|All new.]")]
    [InlineData("All gone.", "", "[All gone.|]")]
    [InlineData("The same.", "The same.", "")]
    public void Between_TwoTexts_PartsThemAsAReaderWould(string before, string after, string expected)
    {
        var changes = TextChanges.Between(before, after);

        Assert.Equal(expected, string.Join(' ', changes.Runs.Where(run => run.Hunk is not null).Select(run => $"[{run.Before}|{run.After}]")));
    }

    [Fact]
    public void Between_ChangesInTwoParagraphs_StayApart()
    {
        var changes = TextChanges.Between("One goes.\n\nTwo stays.", "One comes.\n\nThree stays.");

        Assert.Equal(2, changes.Hunks);
    }

    [Fact]
    public void Apply_RandomTexts_AllIsTheLaterAndNoneTheEarlier()
    {
        var random = new Random(11);
        for (var i = 0; i < Texts; i++)
        {
            var (before, after) = (RandomText.Of(random), RandomText.Of(random));
            after = random.Next(2) == 0 ? RandomText.Edited(random, before) : after;

            var changes = TextChanges.Between(before, after);

            Assert.Equal(after, changes.Apply([.. Enumerable.Range(0, changes.Hunks)]));
            Assert.Equal(before, changes.Apply([]));
            Assert.Equal(before, string.Concat(changes.Runs.Select(run => run.Before)));
            Assert.Equal(after, string.Concat(changes.Runs.Select(run => run.After)));
        }
    }

    [Fact]
    public void Apply_AnySubsetOfRandomTexts_BreaksNoCharacterLineEndOrEmphasis()
    {
        var random = new Random(12);
        for (var i = 0; i < Texts; i++)
        {
            var before = RandomText.Of(random);
            var after = RandomText.Edited(random, before);
            var changes = TextChanges.Between(before, after);

            var some = changes.Apply([.. Enumerable.Range(0, changes.Hunks).Where(_ => random.Next(2) == 0)]);

            Assert.True(RandomText.IsWellFormed(before) && RandomText.IsWellFormed(after));
            Assert.True(RandomText.IsWellFormed(some), $"{before}\n=>\n{after}\n=>\n{some}");
        }
    }

    [Fact]
    public void Between_HunksOfRandomTexts_ReallyDifferAndAreNumberedInOrder()
    {
        var random = new Random(13);
        for (var i = 0; i < Texts; i++)
        {
            var before = RandomText.Of(random);

            var changes = TextChanges.Between(before, RandomText.Edited(random, before));

            var hunks = changes.Runs.Where(run => run.Hunk is not null).ToList();
            Assert.All(hunks, hunk => Assert.NotEqual(hunk.Before, hunk.After));
            Assert.Equal(Enumerable.Range(0, changes.Hunks), hunks.Select(hunk => hunk.Hunk!.Value));
            Assert.All(changes.Runs.Where(run => run.Hunk is null), run => Assert.Equal(run.Before, run.After));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Between_HundredThousandCharacters_LooksAtEachUnitABoundedNumberOfTimes(bool isEdited)
    {
        var random = new Random(14);
        var before = RandomText.Long(random, 100_000);
        var after = isEdited ? RandomText.Edited(random, before) : RandomText.Long(random, 100_000);

        var changes = TextChanges.Between(before, after);

        Assert.Equal(after, changes.Apply([.. Enumerable.Range(0, changes.Hunks)]));
        Assert.InRange(changes.Work, before.Length / 10, 32L * (before.Length + after.Length));
    }
}
