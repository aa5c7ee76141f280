using RecurrentGpt.Web.Storage.Search;

namespace RecurrentGpt.Web.Tests.Storage.Search;

public sealed class WordQueryTests
{
    [Theory]
    [InlineData("lamp", "\"lamp\"*")]
    [InlineData("lamp ", "\"lamp\"")]
    [InlineData("The lamp li", "\"the\" AND \"lamp\" AND \"li\"*")]
    [InlineData("a b", "\"a\" AND \"b\"")]
    [InlineData("\"the lamp\" lit", "\"the lamp\" AND \"lit\"*")]
    [InlineData("“the lamp”", "\"the lamp\"")]
    [InlineData("\"the lam", "\"the lam\"*")]
    [InlineData("don't", "\"don t\"")]
    [InlineData("灯亮了", "\"灯 亮 了\"")]
    [InlineData("Mara 灯亮", "\"mara\" AND \"灯 亮\"")]
    [InlineData("NEAR(a b) OR title:x*", "\"near a\" AND \"b\" AND \"or\" AND \"title x\"")]
    [InlineData("' ; DROP TABLE -- ^", "\"drop\" AND \"table\"")]
    public void Read_OfWhatIsTyped_IsPhrasesAlone(string typed, string match) => Assert.Equal(match, WordQuery.Read(typed).ToMatch());

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\"\"")]
    [InlineData("!? … ( ) * : ^ - +")]
    public void Read_NoWord_IsEmpty(string typed) => Assert.True(WordQuery.Read(typed).IsEmpty);
}
