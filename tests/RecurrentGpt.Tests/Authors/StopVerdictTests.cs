using RecurrentGpt.Authors;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Tests.Authors;

public sealed class StopVerdictTests
{
    private const string Paragraph = "Mara broke the seal. “It is his hand,” she said, and read the letter aloud.";

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yes, she opens it.", true)]
    [InlineData("**YES**", true)]
    [InlineData("true", true)]
    [InlineData("met", true)]
    [InlineData("是", true)]
    [InlineData("已满足", true)]
    [InlineData("It has come to pass.", true)]
    [InlineData("no", false)]
    [InlineData("No: nobody dies.", false)]
    [InlineData("Not yet", false)]
    [InlineData("false", false)]
    [InlineData("否", false)]
    [InlineData("尚未", false)]
    [InlineData("没有满足", false)]
    [InlineData("The condition has not been met.", false)]
    [InlineData("So far nothing of the kind has happened.", false)]
    [InlineData("Here it hasn’t come to pass.", false)]
    [InlineData("条件还没有满足", false)]
    [InlineData("这里条件满足", true)]
    public void Judged_AWordOfJudgement_IsRead(string text, bool isMet) => Assert.Equal(isMet, StopVerdict.Judged(text));

    [Theory]
    [InlineData("")]
    [InlineData("perhaps")]
    [InlineData("是否")]
    [InlineData("It happens, though nobody says so.")]
    [InlineData("Mara broke the seal.")]
    public void Judged_AnythingElse_IsNoJudgement(string text) => Assert.Null(StopVerdict.Judged(text));

    [Theory]
    [InlineData("Mara broke the seal.", "Mara broke the seal.")]
    [InlineData("\"It is his hand,\" she said", "“It is his hand,” she said")]
    [InlineData("It says: \"read the letter aloud\"", "read the letter aloud")]
    public void Read_APassageOfTheParagraph_IsQuotedAsItStands(string said, string expected) =>
        Assert.Equal(new StopVerdict(true, expected) { IsQuoted = true }, StopVerdict.Read(Proposal("yes", said), Paragraph));

    [Fact]
    public void Read_APassageThatIsNotThere_StopsAllTheSameAndSaysSo() =>
        Assert.Equal(new StopVerdict(true, "She tore it up."), StopVerdict.Read(Proposal("yes", "She tore it up."), Paragraph));

    [Fact]
    public void Read_NotMet_HasNoPassage() => Assert.Equal(new StopVerdict(false, ""), StopVerdict.Read(Proposal("no", "Mara broke the seal."), Paragraph));

    [Fact]
    public void Read_NothingJudged_IsRefused() => Assert.Throws<InvalidOperationException>(() => StopVerdict.Read(new Dictionary<Section, string>(), Paragraph));

    [Theory]
    [InlineData("yes", "none", false)]
    [InlineData("yes", "(无)", false)]
    [InlineData("yes", "None of them spoke.", true)]
    [InlineData("no", "Mara broke the seal.", false)]
    public void ToProposal_Passage_IsKeptWhereThereIsOne(string verdict, string said, bool isKept) =>
        Assert.Equal(isKept, StopVerdict.ToProposal(Proposal(verdict, said)).ContainsKey(Section.VerdictPassage));

    private static Dictionary<Section, string> Proposal(string verdict, string passage) => new() { [Section.Verdict] = verdict, [Section.VerdictPassage] = passage };
}
