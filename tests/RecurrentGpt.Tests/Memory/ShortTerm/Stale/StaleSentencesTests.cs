using RecurrentGpt.Memory.ShortTerm.Stale;
using Xunit.Abstractions;

namespace RecurrentGpt.Tests.Memory.ShortTerm.Stale;

public sealed class StaleSentencesTests(ITestOutputHelper output)
{
    private const string Memory = "Mara keeps an orchard. The gate closed by itself at dawn. The boy came by the road.";

    [Fact]
    public void Contradiction_LabelledPairs_IsSeldomMissedAndHardlyEverWrong()
    {
        var told = StalePairs.All.Select(pair => (pair.Memory, pair.Paragraph, pair.IsStale, IsTold: StaleSentences.Contradiction(pair.Memory, pair.Paragraph) is not null)).ToList();

        var right = told.Count(pair => pair is { IsStale: true, IsTold: true });
        var wrong = told.Where(pair => pair is { IsStale: false, IsTold: true }).ToList();
        var missed = told.Where(pair => pair is { IsStale: true, IsTold: false }).ToList();
        var precision = (double)right / (right + wrong.Count);
        var recall = (double)right / (right + missed.Count);
        output.WriteLine($"{told.Count} pairs, {right + missed.Count} of them stale: precision {precision:0.00}, recall {recall:0.00}");
        wrong.ForEach(pair => output.WriteLine($"wrong: {pair.Memory} / {pair.Paragraph}"));
        missed.ForEach(pair => output.WriteLine($"missed: {pair.Memory} / {pair.Paragraph}"));
        Assert.True(told.Count(pair => !pair.IsStale) * 2 >= told.Count);
        Assert.True(precision >= 0.9, $"Precision is {precision:0.00}.");
        Assert.True(recall >= 0.7, $"Recall is {recall:0.00}.");
    }

    [Fact]
    public void Find_ContradictedSentence_NamesTheWholeSentenceOfTheParagraph()
    {
        var stale = Find("The lamp is lit. Mara waits.", paragraph: "She sat down. “Wait,” he said, and blew out the lamp. Nobody spoke.");

        Assert.Equal([new StaleSentence("The lamp is lit.", StaleReason.SaidByParagraph, "“Wait,” he said, and blew out the lamp.")], stale);
    }

    [Fact]
    public void Find_TwoSuchThings_DoesNotGuessWhichIsMeant()
    {
        Assert.Empty(Find("The cellar door is locked. The front door is locked.", paragraph: "He unlocked the door."));
    }

    [Fact]
    public void Find_ModelDroppedItInWordsOnly_IsTold()
    {
        var stale = StaleSentences.Find(Memory, "Nothing.", "Dropped: that the gate closed at dawn, which is settled. Added: the boy.", Memory, Memory);

        Assert.Equal([new StaleSentence("The gate closed by itself at dawn.", StaleReason.SaidByModel, "the gate closed at dawn, which is settled")], stale);
    }

    [Fact]
    public void Find_AuthorPutBackWhatIsSettled_IsTold()
    {
        var stale = StaleSentences.Find(Memory, "Nothing.", "Dropped: that the gate closed at dawn; it is settled that the gate closed by itself.", Memory, "Mara keeps an orchard. The boy came by the road.");

        Assert.Single(stale);
    }

    [Fact]
    public void Find_AuthorPutBackWhatOnlyMadeRoom_IsNot()
    {
        Assert.Empty(StaleSentences.Find(Memory, "Nothing.", "Dropped, to make room: that the gate closed at dawn.", Memory, "Mara keeps an orchard. The boy came by the road."));
    }

    [Fact]
    public void Find_DroppedSentenceIsReallyGone_IsNot()
    {
        Assert.Empty(StaleSentences.Find("Mara keeps an orchard. The gate hums.", "Nothing.", "Dropped: that the gate closed by itself at dawn.", Memory, "Mara keeps an orchard. The gate hums."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("is. was. the. “”. 。把。的")]
    [InlineData("out of out of the the. no longer has")]
    public void Find_AnyText_DoesNotThrow(string text)
    {
        Assert.Empty(StaleSentences.Find(text, text, text, text, text));
    }

    [Fact]
    public void Find_LongestTexts_EndsSoon()
    {
        var memory = string.Concat(Enumerable.Repeat("The lamp is lit. ", 700));
        var paragraph = string.Concat(Enumerable.Repeat("Mara opened the gate and the door was closed. ", 800));

        Assert.Empty(Find(memory, paragraph));
    }

    private static IReadOnlyList<StaleSentence> Find(string memory, string paragraph) => StaleSentences.Find(memory, paragraph, "", memory, memory);
}
