using Bunit;
using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

public sealed class ProseViewTests : DeskContext
{
    [Theory]
    [InlineData("One.\n\nTwo.", "<p>One.</p><p>Two.</p>")]
    [InlineData("One.\nTwo.", "<p>One.<br>Two.</p>")]
    [InlineData("He was *very* **sure**.", "<p>He was <em>very</em> <strong>sure</strong>.</p>")]
    [InlineData("Before.\n\n***\n\nAfter.", "<p>Before.</p><hr><p>After.</p>")]
    [InlineData("Before.\n---\nAfter.", "<p>Before.<br>---<br>After.</p>")]
    [InlineData("## Under the house", "<h3>Under the house</h3>")]
    [InlineData("> A letter.", "<blockquote><p>A letter.</p></blockquote>")]
    [InlineData("- salt\n- rope", "<ul><li><p>salt</p></li><li><p>rope</p></li></ul>")]
    [InlineData("1984. It was late.", "<ol start=\"1984\"><li><p>It was late.</p></li></ol>")]
    [InlineData("    An indented line.", "<p>An indented line.</p>")]
    [InlineData("Salt &amp; rope", "<p>Salt &amp; rope</p>")]
    public void Render_Prose_IsSetAsProse(string text, string expected)
    {
        Draw(text).Find(".prose").InnerHtml.MarkupMatches(expected);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("A <b onclick='alert(1)'>bold</b> word.")]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("[click](data:text/html,hi)")]
    [InlineData("![picture](https://example.org/spy.png)")]
    [InlineData("<https://example.org>")]
    public void Render_Markup_NeverBecomesAnElement(string text)
    {
        var prose = Draw(text);

        Assert.Empty(prose.FindAll("script, img, b, a"));
    }

    [Fact]
    public void Render_RawHtml_IsShownAsItIsWritten()
    {
        Assert.Equal("A <b>bold</b> word.", Draw("A <b>bold</b> word.").Find("p").TextContent);
    }

    [Fact]
    public void Render_SafeLink_OpensApartAndVouchesForNothing()
    {
        var link = Draw("[the map](https://example.org/map)").Find("a");

        Assert.Equal("https://example.org/map", link.GetAttribute("href"));
        Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel"));
    }

    [Fact]
    public void Render_NestedTooDeep_IsPlainText()
    {
        var text = new string('>', 5_000) + " deep";

        Assert.Contains("deep", Draw(text).Find(".prose").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[note]: see below")]
    [InlineData("`code`")]
    public void Render_OtherMarkdown_LosesNoWord(string text)
    {
        var shown = Draw(text).Find(".prose").TextContent;

        Assert.Equal(text.Count(char.IsLetter), shown.Count(char.IsLetter));
    }

    private IRenderedComponent<ProseView> Draw(string text) => Render<ProseView>(part => part.Add(view => view.Text, text));
}
