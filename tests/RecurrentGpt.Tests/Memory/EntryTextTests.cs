using RecurrentGpt.Memory;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Memory;

public sealed class EntryTextTests
{
    [Theory]
    [InlineData("  She let the rope down. It held.  ", "She let the rope down. It held.")]
    [InlineData("玛拉放下绳子。它撑住了。", "玛拉放下绳子。它撑住了。")]
    public void From_AShortParagraph_IsTheParagraph(string paragraph, string expected) => Assert.Equal(expected, EntryText.From(paragraph));

    [Theory]
    [InlineData("She counted the lamps in the yard once more. ", 200)]
    [InlineData("玛拉又数了一遍院子里的灯。", 40)]
    public void From_ALongParagraph_IsItsFirstSentencesToTheLetter(string sentence, int times)
    {
        var paragraph = string.Concat(Enumerable.Repeat(sentence, times));

        var entry = EntryText.From(paragraph);

        Assert.InRange(Prose.Words(entry), 100, 120);
        Assert.StartsWith(entry, paragraph, StringComparison.Ordinal);
        Assert.EndsWith(sentence.Trim(), entry, StringComparison.Ordinal);
    }

    [Fact]
    public void From_OneEndlessSentence_KeepsItWhole()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("and the rope went on", 60)) + ".";

        Assert.Equal(paragraph, EntryText.From(paragraph + " Then it stopped."));
    }
}
