using RecurrentGpt.Authors;
using RecurrentGpt.Memory;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Memory.ShortTerm.Stale;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence.Coverage;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Stories;

/// <summary>What cuts, counts or compares sentences, with texts that have no spaces between words.</summary>
public sealed class UnspacedTextTests
{
    private const string Japanese = "マレンは灯を桟橋に置いた。「行こう。」と彼女は言った。船頭は鍵を渡さない。";
    private const string Chinese = "玛仁把灯放在码头上。“走吧。”她说。船夫不肯交出钥匙。";
    private const string Thai = "มาเรนวางตะเกียงไว้ที่ท่าเรือ คนแจวเรือไม่ยอมให้กุญแจ";
    private const string Korean = "마렌은 등불을 부두에 놓았다. “가자.”라고 그녀가 말했다. 사공은 열쇠를 내주지 않는다.";

    public static TheoryData<string> Texts => [Japanese, Chinese, Thai, Korean];

    [Theory]
    [InlineData("マレンは灯を持って水に入る。縄が引かれる。", "パヴェルは古い条約を大声で唱える。最も老いた男が泣き出す。", false)]
    [InlineData("マレンは灯を持って水に入る。縄が引かれる。", "灯を持ったマレンが水の中に入り、縄が何かに引かれる。", true)]
    [InlineData("마렌은 등불을 들고 물에 들어간다.", "파벨은 오래된 조약을 큰 소리로 외운다.", false)]
    public void AreTooClose_PlansInOtherScripts_IsWhetherTheyTellTheSame(string first, string second, bool expected) => Assert.Equal(expected, PlanLikeness.AreTooClose(first, second));

    [Theory]
    [InlineData("船頭は鍵を渡さない。", 30)]
    [InlineData("「行こう。」と彼女は言った。", 20)]
    [InlineData("사공은 열쇠를 내주지 않는다. ", 60)]
    public void EntryText_OfALongParagraph_IsItsFirstSentences(string sentence, int times)
    {
        var entry = EntryText.From(string.Concat(Enumerable.Repeat(sentence, times)));

        Assert.InRange(Prose.Words(entry), 100, 120);
        Assert.EndsWith(sentence.Trim(), entry, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void PickText_OfALongPlan_IsCutWithinItsBudget(string text)
    {
        var plan = string.Join(' ', Enumerable.Repeat(text, 40));
        var pick = new PastPick(Guid.NewGuid(), Guid.NewGuid(), 7, PlanSource.Own, plan, []);

        var line = PickText.Of(pick);

        Assert.True(TokenEstimate.Of(line) < 150);
        Assert.EndsWith(" …", line, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Keep_ALockedSentenceThatWasDropped_StandsAgain(string text)
    {
        var locked = Prose.Sentences(text)[^1];
        var written = text.Replace(locked, "", StringComparison.Ordinal).Trim();

        var kept = LockedMemory.Keep(text, written, [locked]);

        Assert.Contains(locked, Prose.Sentences(kept));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void WordChange_OfAChangedText_IsFoundAndPutTogetherAgain(string text)
    {
        var after = text[..(text.Length / 2)] + text[(text.Length / 2 + 3)..];

        var words = WordChange.Between(text, after);

        Assert.Equal((text, after), (string.Concat(words.Before.Select(run => run.Text)), string.Concat(words.After.Select(run => run.Text))));
        Assert.True(text == Thai || words.Before.Any(run => !run.IsChanged && run.Text.Length > 3));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void WordCoverage_OfAPlanThatWasFollowedToTheLetter_FindsIt(string text)
    {
        var judged = WordCoverage.Judge(text, text);

        Assert.Equal(Prose.Sentences(text), judged.Select(sentence => sentence.Sentence));
        Assert.All(judged, sentence => Assert.NotEqual(CoverageMark.Missing, sentence.Mark));
    }

    [Fact]
    public void Contradiction_OfJapanese_IsNeverGuessedByChineseWords()
    {
        Assert.Null(StaleSentences.Contradiction("灯は桟橋で燃えている。", "マレンは灯を消した。灯が消えた。"));
        Assert.NotNull(StaleSentences.Contradiction("码头上的灯亮着。", "玛仁吹灭了码头上的灯。"));
    }

    [Fact]
    public void NearestByWords_OfJapanese_FindsTheWordAndNotTheParticles()
    {
        var nearness = NearestByWords.Of(["マレンは灯を桟橋に置いた。", "彼女は鍵を船頭に渡した。"], "船頭の鍵を");

        Assert.True(nearness[1] > nearness[0]);
    }
}
