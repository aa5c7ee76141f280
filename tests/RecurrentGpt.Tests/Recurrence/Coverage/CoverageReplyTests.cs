using RecurrentGpt.Recurrence.Coverage;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Recurrence.Coverage;

public sealed class CoverageReplyTests
{
    private const string Paragraph = "Mara let the rope\ndown. “It’s light,” she said, and the *boy* laughed. 绳头上有一个结。";

    private static readonly string[] Sentences = ["Mara lowers the rope.", "The boy is done with it.", "She finds a knot."];

    [Theory]
    [InlineData("1: done \"Mara let the rope down.\"")]
    [InlineData("1. done - “Mara let the rope down.”")]
    [InlineData("1） Done：「Mara let the rope down.」")]
    [InlineData("**1:** **done** — \"Mara let the rope down.\"")]
    [InlineData("- [1] DONE ('Mara let the rope down.')")]
    [InlineData("| 1 | done | \"Mara let the rope down.\" |")]
    [InlineData("Sentence 1: fully covered: \"Mara let the rope down.\"")]
    [InlineData("> 1: ✅ \"Mara let the rope down.\"")]
    [InlineData("１：完成，“Mara let the rope down.”")]
    [InlineData("第一句：已完成 “Mara let the rope down.”")]
    [InlineData("1: done\n   \"Mara let the rope down.\"")]
    [InlineData("1: Mara lowers the rope. – done – \"Mara let the rope down.\"")]
    [InlineData("1: \"Mara let the rope down.\" done")]
    [InlineData("1: done \"Mara let the rope ... the window\"", "Mara let the rope")]
    public void Read_OneLine_HasVerdictAndPassageWhateverItIsDressedIn(string reply, string passage = "Mara let the rope\ndown.")
    {
        var read = CoverageReply.Read(reply, Sentences, Paragraph);

        Assert.Equal(new CoveredSentence(Sentences[0], CoverageMark.Done, passage), read[0]);
        Assert.Single(read);
    }

    [Theory]
    [InlineData("1: partly \"x\"", CoverageMark.Partly)]
    [InlineData("1: Partially covered", CoverageMark.Partly)]
    [InlineData("1: partly done", CoverageMark.Partly)]
    [InlineData("1：部分完成", CoverageMark.Partly)]
    [InlineData("1: missing", CoverageMark.Missing)]
    [InlineData("1: not done", CoverageMark.Missing)]
    [InlineData("1: not yet covered; nothing is done", CoverageMark.Missing)]
    [InlineData("1：未完成", CoverageMark.Missing)]
    [InlineData("1：没有做到", CoverageMark.Missing)]
    [InlineData("1: ❌", CoverageMark.Missing)]
    public void Read_Words_AreToldApart(string reply, CoverageMark mark)
    {
        Assert.Equal(new CoveredSentence(Sentences[0], mark, ""), CoverageReply.Read(reply, Sentences, Paragraph)[0]);
    }

    [Fact]
    public void Read_AQuotationWithQuotesInIt_IsFoundWhole()
    {
        var read = CoverageReply.Read("1: done \"'It's light,' she said\"\n3: done “绳头上有一个结。”", Sentences, Paragraph);

        Assert.Equal("“It’s light,” she said", read[0].Passage);
        Assert.Equal("绳头上有一个结。", read[2].Passage);
    }

    [Theory]
    [InlineData("1: done \"Mara drops the rope.\"")]
    [InlineData("1: done \"mara let the rope down.\"")]
    [InlineData("1: done")]
    [InlineData("1: done \"\"")]
    [InlineData("1: done \"!\"")]
    public void Read_APassageThatIsNotInTheParagraph_IsNotShownAsFound(string reply)
    {
        Assert.Equal(new CoveredSentence(Sentences[0], CoverageMark.Done, ""), CoverageReply.Read(reply, Sentences, Paragraph)[0]);
    }

    [Fact]
    public void Read_TheSentenceSaidAgain_IsNoVerdict()
    {
        Assert.Equal(CoverageMark.Missing, CoverageReply.Read("2: The boy is done with it. missing", Sentences, Paragraph)[1].Mark);
        Assert.Empty(CoverageReply.Read("2: The boy is done with it.", Sentences, Paragraph));
    }

    [Fact]
    public void Read_TwiceTheSame_IsReadOnce()
    {
        var read = CoverageReply.Read("1: done\n1: done \"Mara let the rope down.\"\n2: missing", Sentences, Paragraph);

        Assert.Equal([0, 1], read.Keys.Order());
        Assert.NotEmpty(read[0].Passage);
    }

    [Theory]
    [InlineData("1: done\n1: missing")]
    [InlineData("1: done, partly or missing")]
    [InlineData("4: done\n0: done\n99: missing")]
    [InlineData("1: I would rather not say.")]
    [InlineData("The paragraph is well written.")]
    [InlineData("")]
    public void Read_NothingThatCanBeTold_IsLeftOut(string reply) => Assert.Empty(CoverageReply.Read(reply, Sentences, Paragraph));

    [Fact]
    public void Read_AnyText_DoesNotThrowAndEndsSoon()
    {
        var chance = new Random(7);
        const string signs = "1234567890一二十:：.\"“”「」'’…()*#->| \nabcdone partly missing未完成部分缺";
        for (var round = 0; round < 400; round++)
        {
            var reply = string.Concat(Enumerable.Range(0, chance.Next(400)).Select(_ => signs[chance.Next(signs.Length)]));

            Assert.All(CoverageReply.Read(reply, Sentences, Paragraph), read => Assert.Contains(read.Value.Passage, Paragraph, StringComparison.Ordinal));
        }
    }
}
