using Bunit;
using RecurrentGpt.Web.Features.Desk.Chapters;

namespace RecurrentGpt.Web.Tests.Features.Desk.Chapters;

public sealed class ChapterListTests : DeskContext
{
    private readonly List<int> _gone = [];

    [Fact]
    public void Render_NoHeading_TeachesHowToSetOne()
    {
        Assert.Contains("from its menu", Draw([.. DeskSamples.Paragraphs]).Find(".hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Go_Chapter_TellsItsFirstParagraph()
    {
        var list = Draw([DeskSamples.Paragraphs[0], DeskSamples.Paragraphs[1] with { Chapter = "The letter" }, DeskSamples.Paragraphs[2], DeskSamples.Paragraphs[3] with { Chapter = "Under the house" }]);

        list.FindAll("button")[1].Click();

        Assert.Equal(["Before the first chapter", "The letter", "Under the house"], list.FindAll(".name").Select(name => name.TextContent));
        Assert.Equal(["paragraph 1", "2 to 3", "paragraph 4"], list.FindAll(".range").Select(range => range.TextContent));
        Assert.Equal([2], _gone);
    }

    private IRenderedComponent<ChapterList> Draw(Web.Features.Desk.DraftParagraph[] paragraphs) =>
        Render<ChapterList>(part => part.Add(list => list.Paragraphs, paragraphs).Add(list => list.OnGo, _gone.Add));
}
