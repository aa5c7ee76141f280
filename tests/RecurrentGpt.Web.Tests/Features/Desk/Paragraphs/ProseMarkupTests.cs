using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

public sealed class ProseMarkupTests
{
    [Theory]
    [InlineData("She went down.", "She went down.")]
    [InlineData("She *never* went.", "She never went.")]
    [InlineData("Salt &amp; rope, and 5 \\* 3.", "Salt & rope, and 5 * 3.")]
    [InlineData("See [the map](https://example.org/map) there.", "See the map there.")]
    [InlineData("One.\nTwo.\n\nThree.", "One. Two. Three.")]
    [InlineData("*wet* to the collar", "wet to the collar")]
    [InlineData("a coat, *wet", "a coat, *wet")]
    [InlineData("", "")]
    public void LineOf_GivesWhatIsShown(string source, string expected) => Assert.Equal(expected, ProseMarkup.LineOf(source));
}
