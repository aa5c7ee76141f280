using RecurrentGpt.Web.Features.Desk.Chapters;

namespace RecurrentGpt.Web.Tests.Features.Desk.Chapters;

public sealed class ChapterTests
{
    [Fact]
    public void Of_NoHeading_AreNone()
    {
        Assert.Empty(Chapter.Of(DeskSamples.Paragraphs));
        Assert.Empty(Chapter.Of([]));
    }

    [Fact]
    public void Of_Headings_RunToTheNextAndWhatStandsBeforeHasNone()
    {
        var paragraphs = DeskSamples.Paragraphs.Select(paragraph => paragraph with
        {
            Chapter = paragraph.Number switch { 2 => "The letter", 3 => "Under the house", _ => "" },
        });

        Assert.Equal([new Chapter("", 1, 1), new Chapter("The letter", 2, 2), new Chapter("Under the house", 3, 4)], Chapter.Of([.. paragraphs]));
    }
}
