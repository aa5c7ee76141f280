using RecurrentGpt.Memory;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Offline;
using Xunit.Abstractions;

namespace RecurrentGpt.Tests.Memory.ShortTerm;

public sealed class WayBackTests(ITestOutputHelper output)
{
    private readonly LongTermMemory _memory = new("letters", []);

    [Fact]
    public void Find_SentencesAndEntries_TellsWhatIsSafeFromWhatIsNot()
    {
        var (said, unsaid) = (new List<double>(), new List<double>());
        foreach (var (sentence, says, saysNot) in ForgettingPairs.All)
        {
            said.Add(ScoreOf(sentence, says));
            unsaid.Add(ScoreOf(sentence, saysNot));
        }

        var missed = said.Count(score => score < WayBack.SafeByWords);
        var falselySafe = unsaid.Count(score => score >= WayBack.SafeByWords);
        output.WriteLine($"said: {string.Join(' ', said.Order().Select(score => $"{score:0.00}"))}");
        output.WriteLine($"not said: {string.Join(' ', unsaid.OrderDescending().Select(score => $"{score:0.00}"))}");
        output.WriteLine($"of {said.Count} that are safe {missed} are warned of; of {unsaid.Count} that are not {falselySafe} are called safe");
        Assert.Equal((0, 0), (missed, falselySafe));
    }

    [Fact]
    public void Find_BannedEntry_BringsNothingBack()
    {
        var entry = Entry("The gate closed by itself at dawn.") with { Banned = true };
        _memory.Put(entry);

        Assert.Null(_memory.Words.Find(entry.StepId, "The gate closed by itself at dawn.", default));
    }

    [Fact]
    public void Find_EntryThatHoldsTheSentence_IsSafeHoweverLongItIs()
    {
        var entry = Entry(string.Concat(ForgettingPairs.All.Select(pair => pair.SaysNot + " ")) + "The gate closed by itself at dawn.");
        _memory.Put(entry);

        var way = _memory.Words.Find(entry.StepId, "The gate closed by itself at dawn.", default);

        Assert.True(way!.IsSafe);
        Assert.Equal(entry.StepId, way.Entry.StepId);
    }

    [Fact]
    public void Find_EntryThatWasChanged_IsFoundByItsNewWords()
    {
        var entry = Entry("Nothing of the kind.");
        _memory.Put(entry);
        _ = _memory.Words.Find(entry.StepId, "Nothing.", default);
        _memory.Put(entry with { Text = "The boy whistles her father's tune.", Pinned = true });

        var way = _memory.Words.Find(entry.StepId, "The boy whistles a tune of her father's.", default);

        Assert.True(way is { IsSafe: true, Entry.Pinned: true });
    }

    [Fact]
    public void Find_WhereTheStorysOwnSpaceIsThatOfWords_ComparesItsOwnVectors()
    {
        var entry = Entry("The gate closed by itself at dawn.") with { Vector = LocalEmbedder.VectorOf("The gate closed by itself at dawn."), EmbeddingModel = LocalEmbedder.Name };
        var memory = new LongTermMemory(LocalEmbedder.Name, [entry]);

        var way = memory.Words.Find(entry.StepId, "The gate closed by itself at dawn.", default);

        Assert.True(way!.IsSafe);
        Assert.Same(memory.Find(entry.StepId), way.Entry);
    }

    [Theory]
    [InlineData("The gate closed.", "Nobody saw it.", "The gate closed. Nobody saw it.")]
    [InlineData("门关上了。", "没有人看见。", "门关上了。没有人看见。")]
    [InlineData("no stop", "Nobody saw it.", "no stop\nNobody saw it.")]
    [InlineData(" ", "Nobody saw it.", "Nobody saw it.")]
    public void Append_Sentence_StaysASentence(string text, string sentence, string expected) => Assert.Equal(expected, MemorySentences.Append(text, sentence));

    [Theory]
    [InlineData("One stays. Two goes. Three stays.", "Two goes.", "One stays. Three stays.")]
    [InlineData("灯亮着。门开着。", "灯亮着。", "门开着。")]
    [InlineData("One stays.", "Two is not there.", "One stays.")]
    public void Without_Sentence_LeavesTheOthers(string text, string sentence, string expected) => Assert.Equal(expected, MemorySentences.Without(text, sentence));

    private static MemoryEntry Entry(string text) => new() { StepId = Guid.NewGuid(), Number = 1, Text = text };

    private static double ScoreOf(string sentence, string text)
    {
        var entry = Entry(text);
        return new LongTermMemory("letters", [entry]).Words.Find(entry.StepId, sentence, default)!.Score!.Value;
    }
}
