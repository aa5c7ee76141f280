using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Tests.Features.Export;

public sealed class ExportFileNameTests
{
    [Theory]
    [InlineData("Short Weight", "Short Weight.md")]
    [InlineData("雨夜", "雨夜.md")]
    [InlineData("../../etc/passwd", "etc-passwd.md")]
    [InlineData("What? \"Now\": <here>|*", "What- -Now-- -here.md")]
    [InlineData("Line\r\nend\t", "Line end.md")]
    [InlineData("...", "story.md")]
    [InlineData("", "story.md")]
    [InlineData("con", "story.md")]
    [InlineData("LPT1", "story.md")]
    [InlineData("nul.txt", "story.md")]
    [InlineData("story\u202Edm.exe", "story dm.exe.md")]
    public void Of_Title_GivesANameThatEveryFileSystemTakes(string title, string expected) =>
        Assert.Equal(expected, ExportFileName.Of(title, ExportFormat.Markdown));

    [Fact]
    public void Of_LongTitle_CutsBetweenCharacters()
    {
        var name = ExportFileName.Of(new string('x', 79) + "🐦", ExportFormat.Json);

        Assert.Equal(new string('x', 79) + ".json", name);
    }
}
