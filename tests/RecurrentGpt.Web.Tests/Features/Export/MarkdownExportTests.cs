using System.Text;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Tests.Features.Export;

public sealed class MarkdownExportTests
{
    [Fact]
    public async Task Write_Story_GivesFrontMatterTitleAndParagraphsInOrder()
    {
        var card = new StoryCard { Title = "Short Weight", Genre = "Mystery", Language = "English" };

        var text = await WriteAsync(ExportedSteps.Story(card, ExportedSteps.Opening(1, "One two."), ExportedSteps.Opening(2, "Three.")));

        Assert.Equal(
            """
            ---
            title: "Short Weight"
            genre: "Mystery"
            language: "English"
            date: 2026-11-21
            words: 3
            ---

            # Short Weight

            One two.

            Three.

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public async Task Write_ParagraphOfAnAuthor_StaysAsItIsTypedButForLineEndsAndWhatOthersWouldReadAsHtml()
    {
        const string Paragraph = "  \"Plan 1:\" she *read* — <b>aloud</b>.\r\n\tTwo\rlines & 三 🐦  ";

        var text = await WriteAsync(ExportedSteps.Story(new StoryCard { Title = "T" }, ExportedSteps.Opening(1, Paragraph)));

        Assert.EndsWith("# T\n\n  \"Plan 1:\" she *read* — &lt;b>aloud&lt;/b>.\n\tTwo\nlines & 三 🐦  \n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_TitleWithLineEnds_KeepsTheHeadingOnOneLine()
    {
        var text = await WriteAsync(ExportedSteps.Story(new StoryCard { Title = "Day\nand Night" }, ExportedSteps.Opening(1, "One.")));

        Assert.Contains("\n# Day and Night\n\nOne.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_Chapter_PutsItsHeadingBeforeItsParagraph()
    {
        var begins = ExportedSteps.Opening(2, "Two.") with { Chapter = "Under the house" };

        var text = await WriteAsync(ExportedSteps.Story(new StoryCard { Title = "T" }, ExportedSteps.Opening(1, "One."), begins, ExportedSteps.Opening(3, "Three.")));

        Assert.EndsWith("# T\n\nOne.\n\n## Under the house\n\nTwo.\n\nThree.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_NoTitleYet_NamesItUntitled()
    {
        var text = await WriteAsync(ExportedSteps.Story(new StoryCard()));

        Assert.EndsWith("\n\n# Untitled story\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_AnyStory_HasNoByteOrderMark()
    {
        using var stream = new MemoryStream();

        await MarkdownExport.WriteAsync(ExportedSteps.Story(new StoryCard()), stream, CancellationToken.None);

        Assert.Equal("---"u8.ToArray(), stream.ToArray()[..3]);
    }

    private static async Task<string> WriteAsync(ExportedStory story)
    {
        using var stream = new MemoryStream();
        await MarkdownExport.WriteAsync(story, stream, CancellationToken.None);

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
