using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Tests.Memory.ShortTerm;

public sealed class MemorySentencesTests
{
    [Theory]
    [InlineData(0, 0, "One.")]
    [InlineData(4, 4, "One.")]
    [InlineData(5, 5, "Two.")]
    [InlineData(99, 99, "Three")]
    [InlineData(2, 6, "One.|Two.")]
    [InlineData(0, 99, "One.|Two.|Three")]
    public void At_CursorOrSelection_GivesTheSentencesThatItTouches(int start, int end, string sentences)
    {
        Assert.Equal(sentences.Split('|'), MemorySentences.At("One. Two.\nThree", start, end));
    }

    [Fact]
    public void At_TextWithoutASentence_GivesNone() => Assert.Empty(MemorySentences.At(" … ", 1, 1));
}
