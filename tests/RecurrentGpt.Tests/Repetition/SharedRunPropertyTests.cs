using FsCheck;
using FsCheck.Fluent;
using RecurrentGpt.Repetition;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Repetition;

public sealed class SharedRunPropertyTests
{
    // Few words, so that fingerprints meet often and the same run stands in several places.
    private static readonly string[] Words = ["ash", "Bell", "crow", "dust", "ember", "fern", "don't"];

    [Theory]
    [InlineData(8, " ")]
    [InlineData(12, "")]
    public void FindPhrases_RunOfTheGuaranteedLengthInRandomTexts_IsAlwaysFound(int least, string between) =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => Holds(new Random(seed), least, between)).QuickCheckThrowOnFailure();

    // By the plainest way: every pair of places, compared unit by unit.
    private static void Holds(Random random, int least, string between)
    {
        var (first, second) = (Draw(random, between), Draw(random, between));
        if (random.Next(3) > 0)
        {
            var run = first.Skip(random.Next(first.Count)).Take(least + random.Next(4));
            second.InsertRange(random.Next(second.Count + 1), run);
        }

        var store = new PhraseStore();
        var path = store.AddPath(string.Join(between, first), string.Join(between, second));
        using var watch = new RepetitionWatch(store, store, store.Shelf);

        var found = watch.FindPhrasesAsync(store.StoryId, [path[1]], default).Result[path[1]];

        Assert.Equal(ShareOf(first, second, least), found.Share, 1e-9);
        Assert.Equal(found.Share > 0, found.ShareOfOne > 0);
    }

    private static double ShareOf(List<string> first, List<string> second, int least)
    {
        var isShared = new bool[second.Count];
        for (var i = 0; i + least <= second.Count; i++)
        {
            var run = second.GetRange(i, least);
            if (Enumerable.Range(0, Math.Max(0, first.Count - least + 1)).Any(at => first.GetRange(at, least).SequenceEqual(run)))
            {
                Array.Fill(isShared, true, i, least);
            }
        }

        return (double)isShared.Count(shared => shared) / second.Count;
    }

    private static List<string> Draw(Random random, string between)
    {
        var isChinese = between.Length == 0;
        return [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => isChinese ? ((char)('一' + random.Next(6))).ToString() : Words[random.Next(Words.Length)])];
    }
}
