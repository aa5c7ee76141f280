using RecurrentGpt.Web.Storage.Search;

namespace RecurrentGpt.Web.Tests.Storage.Search;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("The lamp was lit.", "lamp", "The [lamp] was lit.")]
    [InlineData("The LÁMPS were lit.", "lamp", "The [LÁMPS] were lit.")]
    [InlineData("The lamps were lit.", "lamp lit", "The lamps were [lit].")]
    [InlineData("A lamp, the lamp.", "\"the lamp\"", "A lamp, [the lamp].")]
    [InlineData("Cre\u0301me fraîche", "creme", "[Cre\u0301me] fraîche")]
    [InlineData("他说灯亮了，灯又灭了。", "灯亮", "他说[灯亮]了，灯又灭了。")]
    [InlineData("ab ab ab", "\"ab ab\"", "[ab ab ab]")]
    [InlineData("<b>lamp</b> & <script>", "script", "<b>lamp</b> & <[script]>")]
    [InlineData("Nothing of it.", "lamp", "Nothing of it.")]
    [InlineData("", "lamp", "")]
    public void Of_AShortText_MarksWhatIsFound(string text, string typed, string marked) => Assert.Equal(marked, Marked(text, typed));

    [Fact]
    public void Of_ALongText_BeginsAndEndsWithWholeWordsAroundTheFirstHit()
    {
        var text = string.Join(' ', Enumerable.Range(1, 200).Select(number => $"word{number}"));

        var excerpt = Marked(text, "word100 ");

        Assert.StartsWith("…word", excerpt, StringComparison.Ordinal);
        Assert.Contains("word99 [word100] word101", excerpt, StringComparison.Ordinal);
        Assert.Matches("word[0-9]+…$", excerpt);
        Assert.InRange(excerpt.Length, 200, 250);
    }

    [Fact]
    public void Of_ALongTextWithoutSpacesOrWords_IsShort()
    {
        Assert.InRange(Marked(new string('灯', 2_000), "亮").Length, 200, 250);
        Assert.InRange(Marked(new string('!', 2_000), "lamp").Length, 0, 250);
        Assert.Equal($"[{new string('a', 2_000)}]", Marked(new string('a', 2_000), "aaa"));
    }

    private static string Marked(string text, string typed) =>
        string.Concat(Excerpt.Of(text, WordQuery.Read(typed)).Select(piece => piece.IsHit ? $"[{piece.Text}]" : piece.Text));
}
