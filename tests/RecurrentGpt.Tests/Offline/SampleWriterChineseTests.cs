using RecurrentGpt.Offline;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Offline;

public sealed class SampleWriterChineseTests
{
    // A name at the head of a sentence may be told as a pronoun.
    private const int LongestName = 2;

    public static TheoryData<string, string, string, string> Stories => new()
    {
        { "科幻", "灯塔看守人林晚在海边捡到一只来自未来的漂流瓶。", "中文", "林晚" },
        { "Mystery", "侦探周砚接到一通电话，一座庄园的主人从上锁的书房里消失了。", "English", "周砚" },
        { "历史", "名叫阿柔的钟表匠住在永宁城，从不迟到。", "Mandarin", "阿柔" },
        { "", "Mila inherits a bakery.", "Chinese", "" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Steps_Fifty_RepeatNoSentenceKeepNamesAndFollowThePlan(string genre, string premise, string language, string hero)
    {
        var settings = new StorySettings();
        var story = new OfflineStory(new StoryCard { Genre = genre, Premise = premise, Language = language }, settings);
        var opening = await story.OpenAsync();
        var sentences = new[] { Section.Paragraph1, Section.Paragraph2, Section.Paragraph3 }.SelectMany(section => Prose.Sentences(opening[section]!)).ToList();
        Assert.Contains(hero, story.Memory, StringComparison.Ordinal);
        for (var step = 0; step < 50; step++)
        {
            var plan = story.Plans[step * 7 % 3];

            var paragraph = (await story.StepAsync(plan))[Section.Paragraph]!;

            Assert.InRange(Prose.Sentences(paragraph).Count, 16, 24);
            Assert.All(Prose.Sentences(plan), sentence => Assert.Contains(sentence[LongestName..], paragraph, StringComparison.Ordinal));
            Assert.True(Prose.Words(story.Memory) <= settings.MemoryWords);
            Assert.Contains(hero, story.Memory, StringComparison.Ordinal);
            sentences.AddRange(Prose.Sentences(paragraph));
        }

        Assert.Empty(sentences.GroupBy(sentence => sentence).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(sentences, sentence => Assert.DoesNotContain(sentence, c => c is '{' or '[' or ':'));
    }

    [Fact]
    public async Task Step_OwnPlan_IsToldInItsOwnWords()
    {
        var story = new OfflineStory(new StoryCard { Language = "中文" }, new StorySettings()) { Memory = "主要人物林晚是灯塔看守人，住在盐湾。", Last = "林晚坐下了。" };

        var paragraph = (await story.StepAsync("请让灯灭掉。描写海上的暴风雨。你在灯室里找到一封信"))[Section.Paragraph]!;

        Assert.Contains("海上的暴风雨", paragraph, StringComparison.Ordinal);
        Assert.Contains("在灯室里找到一封信。", paragraph, StringComparison.Ordinal);
        Assert.Contains("林晚", paragraph, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("English", true)]
    [InlineData("zh-TW", true)]
    [InlineData("日本語", false)]
    [InlineData("Cantonese", false)]
    [InlineData("Klingon", false)]
    public void Has_OfALanguage_IsWhetherThereAreSentencesForIt(string language, bool expected) => Assert.Equal(expected, SampleTongues.Has(language));

    [Theory]
    [InlineData("日本語", "灯台守が古い日誌に返事を見つける。")]
    [InlineData("日本語", "灯台守、日誌、返事。")]
    [InlineData("Français", "Un gardien de phare trouve une réponse.")]
    public async Task Opening_InALanguageWithoutSentences_IsEnglish(string language, string premise)
    {
        var opening = await new OfflineStory(new StoryCard { Premise = premise, Language = language }, new StorySettings()).OpenAsync();

        // A sentence of the premise may stand in it as it is.
        Assert.True(opening[Section.Paragraph3]!.Count(char.IsAsciiLetter) * 2 > opening[Section.Paragraph3]!.Length);
    }

    // Chance has what turns up be what the story is about, once in so many stories.
    [Theory]
    [InlineData("English")]
    [InlineData("日本語")]
    [InlineData("中文")]
    public async Task Openings_OfManySeeds_AreAllWritten(string language)
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var opening = await new OfflineStory(new StoryCard { Premise = "灯台守、日誌、返事。", Language = language }, new StorySettings(), seed).OpenAsync();

            Assert.NotEmpty(opening[Section.Outline]!);
        }
    }
}
