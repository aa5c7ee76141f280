using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Stories;

public sealed class ProseTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("   \n ", 0)]
    [InlineData("The hum moved in.", 4)]
    [InlineData("Father's well-worn rope — gone!", 4)]
    [InlineData("“It stops,” he said.", 4)]
    [InlineData("玛拉打开了门。", 6)]
    [InlineData("He said 你好 twice", 5)]
    [InlineData("1,024 tokens", 3)]
    public void Words_OfAText_AreCountedAsAReaderWould(string text, int expected) => Assert.Equal(expected, Prose.Words(text));

    [Theory]
    [InlineData("", 0)]
    [InlineData("One. Two! Three?", 3)]
    [InlineData("“You took your time,” he said. “Yes.” She sat.", 3)]
    [InlineData("Mr. Vane met J. R. Hale. They spoke.", 2)]
    [InlineData("It cost 3.50 marks. He paid.", 2)]
    [InlineData("She waited… Nothing came.", 2)]
    [InlineData("玛拉打开了门。风进来了！谁在那里？", 3)]
    [InlineData("「行こう。」彼は言った。", 2)]
    [InlineData("no stop at the end", 1)]
    [InlineData("First line\nSecond line", 2)]
    [InlineData("...", 0)]
    public void Sentences_OfAText_EndWhereAReaderStops(string text, int expected) => Assert.Equal(expected, Prose.Sentences(text).Count);

    [Fact]
    public void Sentences_WithClosingQuotes_KeepTheirQuotes()
    {
        var sentences = Prose.Sentences("“It stops.” She let go. (For good.)");

        Assert.Equal(["“It stops.”", "She let go.", "(For good.)"], sentences);
    }

    [Theory]
    [InlineData("She waited. And waited.", "She waited, and waited")]
    [InlineData("A  line\n\nand another", "A line and another!")]
    [InlineData("她等着。", "她等着！")]
    [InlineData("", " … ")]
    public void HasSameWords_OtherSpaceAndPunctuation_IsTrue(string left, string right)
    {
        Assert.True(Prose.HasSameWords(left, right));
    }

    [Theory]
    [InlineData("She waited.", "He waited.")]
    [InlineData("every day", "everyday")]
    [InlineData("She waited", "She waited long")]
    [InlineData("她等着。", "他等着。")]
    public void HasSameWords_OtherWords_IsFalse(string left, string right)
    {
        Assert.False(Prose.HasSameWords(left, right));
    }
}
