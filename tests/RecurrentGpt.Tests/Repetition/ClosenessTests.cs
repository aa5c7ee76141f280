using RecurrentGpt.Offline;
using RecurrentGpt.Repetition;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Tests.Offline;

namespace RecurrentGpt.Tests.Repetition;

/// <summary>Holds the figures that <see cref="Closeness"/> tells of.</summary>
public sealed class ClosenessTests
{
    public static TheoryData<int> Pairs => [.. Enumerable.Range(0, RepetitionPairs.All.Count)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task IsTooClose_PairsOfEachKind_RepeatedAndRewordedButNotGoingOn(int number)
    {
        var pairs = RepetitionPairs.All[number];

        var repeats = await FindAsync(pairs.First, pairs.Repeats);
        var reworded = await FindAsync(pairs.First, pairs.Reworded);
        var goesOn = await FindAsync(pairs.First, pairs.GoesOn);

        Assert.Equal((true, true, false), (repeats.IsTooClose, reworded.IsTooClose, goesOn.IsTooClose));
        Assert.InRange(repeats.Sentences.Count, 2, 3);
        Assert.Empty(goesOn.Sentences);
        Assert.All(repeats.Sentences, sentence => Assert.Contains(sentence.Shared, sentence.Source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sentences_OfARewordedParagraph_NameThoseThatTheyReword()
    {
        var pairs = RepetitionPairs.All[0];

        var found = await FindAsync(pairs.First, pairs.Reworded);

        var hum = found.Sentences.Single(sentence => sentence.Shared == "roots into the rooms");
        Assert.Equal("The hum was stronger here, and deeper, as though the orchard had sent roots into the rooms.", pairs.Reworded.Text.Substring(hum.Start, hum.Length));
        Assert.Equal("The hum was louder here, and lower, as if the orchard had put down roots into the rooms.", hum.Source);
        Assert.Equal(1, found.NearestNumber);
    }

    public static TheoryData<string, string, string> Stories => new()
    {
        { "English", "Science Fiction", "A lighthouse keeper named Mara finds a message from the future in a bottle." },
        { "English", "Mystery", "Inspector Hale is called to Wexcombe Manor, where the host has vanished from a locked library." },
        { "English", "Romance", "Two rival bakers in the village of Saint-Aure must share one oven for a winter." },
        { "English", "Western", "" },
        { "中文", "Fantasy", "灯塔看守人林梅在瓶子里发现了一封来自未来的信。" },
        { "中文", "Mystery", "" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task IsTooClose_TwentyFiveStepsOfTheSampleWriter_Never(string language, string genre, string premise)
    {
        foreach (var (seed, length) in new[] { (1, 20), (4, 8) })
        {
            var store = new PhraseStore();
            using var watch = new RepetitionWatch(store, store, store.Shelf);
            var story = new OfflineStory(new StoryCard { Genre = genre, Premise = premise, Language = language }, new StorySettings { ParagraphSentences = length }, seed);
            var head = await OpenAsync(story, store);
            for (var step = 1; step <= 25; step++)
            {
                var reply = await story.StepAsync(story.Plans[step * 7 % 3], step % 10 == 0);
                head = await AddAsync(store, head, new Told(reply[Section.Paragraph]!, reply[Section.ParagraphSummary]!));

                var found = await watch.FindAsync(store.StoryId, head, default);

                Assert.False(found.IsTooClose);
                Assert.InRange((await watch.FindPhrasesAsync(store.StoryId, [head], default))[head].ShareOfOne, 0, 0.3);
            }
        }
    }

    private static async Task<Guid> OpenAsync(OfflineStory story, PhraseStore store)
    {
        var opening = await story.OpenAsync();
        Guid? head = null;
        foreach (var section in new[] { Section.Paragraph1, Section.Paragraph2, Section.Paragraph3 })
        {
            head = await AddAsync(store, head, new Told(opening[section]!, opening[section]!));
        }

        return head!.Value;
    }

    private static async Task<Repetitions> FindAsync(Told first, Told second)
    {
        var store = new PhraseStore();
        using var watch = new RepetitionWatch(store, store, store.Shelf);
        var step = await AddAsync(store, await AddAsync(store, null, first), second);
        return await watch.FindAsync(store.StoryId, step, default);
    }

    private static async Task<Guid> AddAsync(PhraseStore store, Guid? parent, Told told)
    {
        using var embedder = new LocalEmbedder();
        var vectors = await embedder.GenerateAsync([told.Summary]);
        return store.Add(parent, told.Text, told.Summary, vectors[0].Vector.ToArray());
    }
}
