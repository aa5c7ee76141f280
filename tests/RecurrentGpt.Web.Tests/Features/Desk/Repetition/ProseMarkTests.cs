using Bunit;
using Microsoft.AspNetCore.Components;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Tests.Features.Desk.Rewrite;

namespace RecurrentGpt.Web.Tests.Features.Desk.Repetition;

public sealed class ProseMarkTests : DeskContext
{
    private const string Sign = """<button type="button" class="sign" id="m" aria-label="L" title="L" aria-expanded="false" data-sign="S"></button>""";

    [Theory]
    [InlineData("One. |Two.| Three.", "<p>One. <span class=\"marked\">Two.</span>$ Three.</p>")]
    [InlineData("|*One* two.|", "<p><em><span class=\"marked\">One</span></em><span class=\"marked\"> two.</span>$</p>")]
    [InlineData("|One *two.*|", "<p><span class=\"marked\">One </span><em><span class=\"marked\">two.</span>$</em></p>")]
    [InlineData("|One\ntwo.|", "<p><span class=\"marked\">One</span><br><span class=\"marked\">two.</span>$</p>")]
    [InlineData("> |One.|\n\nTwo.", "<blockquote><p><span class=\"marked\">One.</span>$</p></blockquote><p>Two.</p>")]
    public void Render_Marked_IsSpannedWithASignBehind(string text, string expected)
    {
        var prose = Draw(text.Replace("|", "", StringComparison.Ordinal), text.IndexOf('|', StringComparison.Ordinal), text.LastIndexOf('|') - 1);

        prose.Find(".prose").InnerHtml.MarkupMatches(expected.Replace("$", Sign, StringComparison.Ordinal));
    }

    [Fact]
    public void Render_AnyMarkInAnyMarkdown_ShowsTheSameTextWithOneSign()
    {
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var text = RandomMarkdown.Of(random).Source;
            var start = random.Next(Math.Max(1, text.Length - 1));
            var end = start + 1 + random.Next(Math.Max(1, text.Length - start - 1));

            var (plain, marked) = (Draw(text, 0, 0), Draw(text, start, end));

            Assert.Equal(plain.Find(".prose").TextContent, marked.Find(".prose").TextContent);
            Assert.InRange(marked.FindAll(".sign").Count, 0, 1);
            Assert.Equal(marked.FindAll(".marked").Count > 0, marked.FindAll(".sign").Count == 1);
        }
    }

    private IRenderedComponent<ProseView> Draw(string text, int start, int end) =>
        Render<ProseView>(part => part.Add(prose => prose.Text, text).Add(prose => prose.Marks, end > start ? [new ProseMark(start, end, "m", "L", "S", IsOpen: false, EventCallback.Empty)] : []));
}
