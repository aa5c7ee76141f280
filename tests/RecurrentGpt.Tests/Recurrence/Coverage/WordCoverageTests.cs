using RecurrentGpt.Recurrence.Coverage;
using RecurrentGpt.Stories;
using Xunit.Abstractions;

namespace RecurrentGpt.Tests.Recurrence.Coverage;

public sealed class WordCoverageTests(ITestOutputHelper output)
{
    private const string Paragraph = "The trees hummed. Mara burned the letter, unread, in the stove; then she opened the window. “Wait,” said the boy.";

    [Fact]
    public void Judge_LabelledPairs_IsOftenRightAndSeldomFarOff()
    {
        var told = CoveragePairs.All.Select(pair => (pair.Plan, pair.Mark, Told: Assert.Single(WordCoverage.Judge(pair.Plan, pair.Paragraph)).Mark)).ToList();

        var right = told.Count(pair => pair.Mark == pair.Told);
        var tooMuch = told.Where(pair => pair is { Mark: CoverageMark.Missing, Told: CoverageMark.Done }).ToList();
        var tooLittle = told.Where(pair => pair is { Mark: CoverageMark.Done, Told: CoverageMark.Missing }).ToList();
        output.WriteLine($"{told.Count} pairs: {right} right, {tooMuch.Count} missing but told as done, {tooLittle.Count} done but told as missing");
        foreach (var (plan, mark, said) in told.Where(pair => pair.Mark != pair.Told))
        {
            output.WriteLine($"{mark} told as {said}: {plan}");
        }

        Assert.True(right >= told.Count * 0.7, $"{right} of {told.Count} are right.");
        Assert.True(tooMuch.Count <= told.Count * 0.02, $"{tooMuch.Count} are told as done and are missing.");
        Assert.True(tooLittle.Count <= told.Count * 0.12, $"{tooLittle.Count} are told as missing and are done.");
    }

    [Fact]
    public void Judge_Plan_GivesEachSentenceInOrderWithItsPlaceLetterForLetter()
    {
        var covered = WordCoverage.Judge("Mara burns the letter. A stranger knocks. She opens the window.", Paragraph);

        Assert.Equal(["Mara burns the letter.", "A stranger knocks.", "She opens the window."], covered.Select(sentence => sentence.Sentence));
        Assert.Equal([CoverageMark.Done, CoverageMark.Missing, CoverageMark.Done], covered.Select(sentence => sentence.Mark));
        Assert.Equal("Mara burned the letter, unread, in the stove; then she opened the window.", covered[0].Passage);
        Assert.Equal("", covered[1].Passage);
        Assert.All(covered, sentence => Assert.True(sentence.IsByWords));
    }

    [Fact]
    public void Judge_ToldInTwoSentences_NamesBoth()
    {
        var covered = WordCoverage.Judge("The boy climbs the tower and rings the bell.", "It rained. The boy climbed the tower. At the top he rang the bell. Nobody heard.");

        Assert.Equal("The boy climbed the tower. At the top he rang the bell.", Assert.Single(covered).Passage);
    }

    [Theory]
    [InlineData("", "Mara waits.", 0)]
    [InlineData("…", "Mara waits.", 0)]
    [InlineData("Mara waits.", "", 1)]
    [InlineData("It is what it is.", "It is.", 1)]
    [InlineData("的。了。", "的。", 2)]
    public void Judge_NothingToCompare_IsMissing(string plan, string paragraph, int sentences)
    {
        var covered = WordCoverage.Judge(plan, paragraph);

        Assert.Equal(sentences, covered.Count);
        Assert.All(covered, sentence => Assert.Equal((CoverageMark.Missing, ""), (sentence.Mark, sentence.Passage)));
    }

    [Fact]
    public void Judge_LongestTexts_EndsSoon()
    {
        var plan = string.Concat(Enumerable.Repeat("Mara opens the gate. ", 280));
        var paragraph = string.Concat(Enumerable.Repeat("The lamp burned all night in the house. ", 1_000));

        Assert.Equal(280, WordCoverage.Judge(plan, paragraph).Count);
    }
}
