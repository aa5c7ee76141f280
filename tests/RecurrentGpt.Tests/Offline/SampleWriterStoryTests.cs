using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Offline;

public sealed class SampleWriterStoryTests
{
    private const int Steps = 50;

    private static readonly StoryCard Lighthouse = new()
    {
        Genre = "Science Fiction",
        Premise = "A lighthouse keeper named Mara finds a message from the future in a bottle.",
        Language = "English",
    };

    public static TheoryData<string, string, int> Stories => new()
    {
        { "Science Fiction", "A lighthouse keeper named Mara finds a message from the future in a bottle.", 20 },
        { "Mystery", "Inspector Hale is called to Wexcombe Manor, where the host has vanished from a locked library.", 20 },
        { "Romance", "Two rival bakers in the village of Saint-Aure must share one oven for a winter.", 12 },
        { "Fantasy", "Write a story about a dragon who collects maps and a girl who draws them.", 40 },
        { "Western", "Will Carter rides into Dry Fork with a warrant for his own brother.", 8 },
        { "Solarpunk cooking", "", 20 },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Steps_Fifty_RepeatNoSentenceKeepNamesAndFollowThePlan(string genre, string premise, int length)
    {
        var story = new OfflineStory(new StoryCard { Genre = genre, Premise = premise }, new StorySettings { ParagraphSentences = length });
        var opening = await story.OpenAsync();
        var sentences = new[] { Section.Paragraph1, Section.Paragraph2, Section.Paragraph3 }.SelectMany(section => Prose.Sentences(opening[section]!)).ToList();
        for (var step = 0; step < Steps; step++)
        {
            var memory = story.Memory;
            var plan = story.Plans[step * 7 % 3];

            var paragraph = (await story.StepAsync(plan, step % 10 == 0))[Section.Paragraph]!;

            Assert.InRange(Prose.Sentences(paragraph).Count, length * 0.8, length * 1.2);
            Assert.Contains(Names(memory), name => paragraph.Contains(name, StringComparison.Ordinal));
            Assert.True(ContentWords(plan).Count(word => paragraph.Contains(word, StringComparison.Ordinal)) >= 2);
            sentences.AddRange(Prose.Sentences(paragraph));
        }

        Assert.Empty(sentences.GroupBy(sentence => sentence).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(sentences, sentence => Assert.DoesNotContain(sentence, c => c is '{' or '['));
    }

    [Fact]
    public async Task Steps_Fifty_OfferThreeDifferentPlansOfFourToSixSentences()
    {
        var story = new OfflineStory(Lighthouse, new StorySettings());
        await story.OpenAsync();
        for (var step = 0; step < Steps; step++)
        {
            Assert.All(story.Plans, plan => Assert.InRange(Prose.Sentences(plan).Count, 4, 6));
            Assert.Equal(15, story.Plans.SelectMany(Prose.Sentences).Distinct().Count());
            Assert.All(story.Plans, plan => Assert.Contains(Names(story.Memory), name => plan.Contains(name, StringComparison.Ordinal)));
            await story.StepAsync(story.Plans[step % 3]);
        }
    }

    [Fact]
    public async Task Memory_ThousandSteps_StaysWithinLimitsAndChangesEachTime()
    {
        var settings = new StorySettings { MemorySentences = 14, MemoryWords = 220, ParagraphSentences = 5 };
        var story = new OfflineStory(Lighthouse, settings);
        await story.OpenAsync();
        for (var step = 0; step < 1_000; step++)
        {
            var before = story.Memory;

            await story.StepAsync(story.Plans[step % 3]);

            Assert.NotEqual(before, story.Memory);
            Assert.True(Prose.Sentences(story.Memory).Count <= settings.MemorySentences);
            Assert.True(Prose.Words(story.Memory) <= settings.MemoryWords);
            Assert.Contains("Mara", story.Memory, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rationale_EachStep_NamesWhatWasDroppedAndAdded()
    {
        var story = new OfflineStory(Lighthouse, new StorySettings());
        await story.OpenAsync();
        for (var step = 0; step < 20; step++)
        {
            var before = Prose.Sentences(story.Memory);

            var rationale = (await story.StepAsync(story.Plans[0]))[Section.Rationale]!;

            var after = Prose.Sentences(story.Memory);
            Assert.All(before.Except(after).Where(sentence => !sentence.StartsWith("It is now", StringComparison.Ordinal)), gone => Assert.Contains(gone, rationale, StringComparison.Ordinal));
            Assert.All(after.Except(before), come => Assert.Contains(come, rationale, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Names(string text) => Words(text).Skip(1).Where(word => word.Length > 2 && char.IsUpper(word[0])).Distinct();

    private static IEnumerable<string> ContentWords(string plan) => Words(plan).Where(word => word.Length > 4 && char.IsLower(word[0])).Distinct();

    private static string[] Words(string text) => text.Split([' ', '.', ',', ';', '“', '”'], StringSplitOptions.RemoveEmptyEntries);
}
