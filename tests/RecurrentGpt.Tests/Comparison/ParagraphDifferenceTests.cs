using RecurrentGpt.Comparison;

namespace RecurrentGpt.Tests.Comparison;

public sealed class ParagraphDifferenceTests
{
    private const string Cellar = "The cellar steps had been swept. Mara stood on the third one and counted what she could see by the lamp: a table, a chair, a coil of rope.";

    [Fact]
    public void Between_TheSameText_IsTheSame() => Assert.Equal(Alikeness.Same, ParagraphDifference.Between(Cellar, Cellar).Alikeness);

    [Fact]
    public void Between_AnEditedText_MarksTheWordsThatDiffer()
    {
        var other = Cellar.Replace("a coil of rope", "two coils of wire", StringComparison.Ordinal);

        var difference = ParagraphDifference.Between(Cellar, other);

        Assert.Equal(Alikeness.Alike, difference.Alikeness);
        Assert.Equal((Cellar, other), (string.Concat(difference.Words!.Before.Select(run => run.Text)), string.Concat(difference.Words.After.Select(run => run.Text))));
        Assert.Equal(["a coil", "rope"], difference.Words.Before.Where(run => run.IsChanged).Select(run => run.Text));
        Assert.Equal(["two coils", "wire"], difference.Words.After.Where(run => run.IsChanged).Select(run => run.Text));
    }

    [Theory]
    [InlineData("The neighbour came over the wall with a ladder and would not say whose it was.")]
    [InlineData("Rope of coil a, chair a, table a: lamp the by see could she what counted and one third the on stood Mara. Swept been had steps cellar the.")]
    [InlineData("")]
    public void Between_AnotherText_IsDifferent(string other)
    {
        var difference = ParagraphDifference.Between(Cellar, other);

        Assert.Equal(Alikeness.Different, difference.Alikeness);
        Assert.Null(difference.Words);
    }

    [Fact]
    public void Between_ChineseTexts_MarksCharacters()
    {
        var difference = ParagraphDifference.Between("玛拉守着一片会响的玻璃果园，夜里没有人来。", "玛拉守着一片会响的玻璃果园，夜里有人来了。");

        Assert.Equal(Alikeness.Alike, difference.Alikeness);
        Assert.Equal(["没"], difference.Words!.Before.Where(run => run.IsChanged).Select(run => run.Text));
    }

    [Fact]
    public void Between_TextsTooLongForMarks_IsSideBySide()
    {
        var text = string.Join(' ', Enumerable.Repeat(Cellar, 1 + ParagraphDifference.MostCharacters / Cellar.Length));

        Assert.Equal(Alikeness.Different, ParagraphDifference.Between(text, text + " More.").Alikeness);
    }
}
