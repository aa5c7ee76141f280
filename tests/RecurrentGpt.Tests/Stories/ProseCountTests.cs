using RecurrentGpt.Memory;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Stories;

public sealed class ProseCountTests
{
    private static readonly Dictionary<string, (string[] Sentences, int Words)> Counted = CountedTexts.All.ToDictionary(
        text => Joined(text.Sentences), text => (text.Sentences.Split('|').Select(sentence => sentence.Trim()).Where(HasLetter).ToArray(), text.Words));

    public static TheoryData<string> Texts => [.. Counted.Keys];

    [Fact]
    public void Texts_OfAllScripts_AreMany() => Assert.True(Counted.Count >= 80);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Sentences_OfAnyLanguage_AreThoseOfAReader(string text) => Assert.Equal(Counted[text].Sentences, Prose.Sentences(text));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Words_OfAnyLanguage_AreThoseOfAReader(string text) => Assert.Equal(Counted[text].Words, Prose.Words(text));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Sentences_OfASentence_AreItself(string text) =>
        Assert.All(Prose.Sentences(text), sentence => Assert.Equal([sentence], Prose.Sentences(sentence)));

    [Fact]
    public void Measure_MemoryAtItsLimits_IsOverWithOneMore()
    {
        var settings = new StorySettings { MemorySentences = 5, MemoryWords = 100 };
        foreach (var (sentence, of) in new[] { ("玛拉在没有灯的码头上等了一夜又一夜也没有人来。", 22), ("彼女は灯りのない桟橋で誰も来ない夜を待つ。", 20), ("She waited on the pier without a lamp for whole nights. ", 11) })
        {
            var words = Prose.Words(sentence);
            var sentences = MemoryLimits.Measure(string.Concat(Enumerable.Repeat("好。", 5)), settings);
            var full = MemoryLimits.Measure(string.Concat(Enumerable.Repeat(sentence, 100 / words)), settings with { MemorySentences = 40 });
            var over = MemoryLimits.Measure(string.Concat(Enumerable.Repeat(sentence, (100 / words) + 1)), settings with { MemorySentences = 40 });

            Assert.Equal(of, words);
            Assert.Equal((5, 5, false), (sentences.Sentences, sentences.Words, sentences.IsOver));
            Assert.Equal((false, true), (full.IsOver, over.IsOver));
        }
    }

    [Fact]
    public void Sentences_OfRandomSigns_EndAndStandInTheText()
    {
        const string signs = "。！？.!?…‥」』”’\"*_「『“„«»())）、，,:：— -－と言おく走門aBc1２３．．｡\n\r　 ﾏのｱ";
        var random = new Random(6);
        for (var round = 0; round < 4_000; round++)
        {
            var text = new string(random.GetItems<char>(signs, 1 + random.Next(60)));

            var sentences = Prose.Sentences(text);

            var end = 0;
            Assert.All(sentences, sentence => end = text.IndexOf(sentence, end, StringComparison.Ordinal) is var at and >= 0 ? at + sentence.Length : throw new InvalidOperationException(text));
            Assert.Equal(text.Where(char.IsLetterOrDigit), string.Concat(sentences).Where(char.IsLetterOrDigit));
        }
    }

    private static string Joined(string sentences) =>
        sentences.Any(c => c is (>= '\u3001' and <= '\u9FFF') or (>= '\uFF61' and <= '\uFF9F')) ? sentences.Replace("|", "", StringComparison.Ordinal) : sentences.Replace("\n|", "\n", StringComparison.Ordinal).Replace("|", " ", StringComparison.Ordinal);

    private static bool HasLetter(string text) => text.Any(char.IsLetterOrDigit);
}
