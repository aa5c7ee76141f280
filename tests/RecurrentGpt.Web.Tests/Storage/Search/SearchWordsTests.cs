using System.Text;
using RecurrentGpt.Web.Storage.Search;

namespace RecurrentGpt.Web.Tests.Storage.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("The Lamp, was lit.", "the lamp was lit")]
    [InlineData("Crème brûlée à la façon d’Éloïse", "creme brulee a la facon d eloise")]
    [InlineData("Cre\u0301me", "creme")]
    [InlineData("don't mother-in-law", "don t mother in law")]
    [InlineData("第三章：灯亮了。", "第 三 章 灯 亮 了")]
    [InlineData("Mara走了3步", "mara 走 了 3 步")]
    [InlineData("ひらがなとカタカナ", "ひ ら が な と カ タ カ ナ")]
    [InlineData("등대가", "등 대 가")]
    [InlineData("ＡＢＣ１２ ﬁne", "abc12 fine")]
    [InlineData("ΟΔΟΣ οδός", "οδοσ οδοσ")]
    [InlineData("𠀀字", "𠀀 字")]
    [InlineData("**bold** _too_ # 1.", "bold too 1")]
    [InlineData("\ud800lone", "lone")]
    [InlineData("…", "")]
    public void Prepare_OfText_IsItsWords(string text, string words) => Assert.Equal(words, SearchWords.Prepare(text));

    [Fact]
    public void In_AnyText_PlacesAreInOrderAndWhole()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => Any(random)));

            var words = SearchWords.In(text);

            Assert.All(words, word => Assert.True(word.Start < word.End && word.End <= text.Length && word.Text.Length > 0));
            Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.All(words, word => Assert.DoesNotContain(' ', word.Text));
        }
    }

    private static string Any(Random random)
    {
        var value = random.Next(4) switch { 0 => random.Next(32, 127), 1 => random.Next(0xA0, 0x600), 2 => random.Next(0x3000, 0xA000), _ => random.Next(0x1F0000) % 0x110000 };
        return Rune.TryCreate(value, out var rune) ? rune.ToString() : ((char)value).ToString();
    }
}
