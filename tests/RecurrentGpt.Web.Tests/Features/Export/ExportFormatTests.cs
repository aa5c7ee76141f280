using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Tests.Features.Export;

public sealed class ExportFormatTests
{
    [Theory]
    [InlineData("story.md", "markdown")]
    [InlineData("a.b/STORY.JSON", "json")]
    public void TryOfFile_KnownEnding_PicksTheFormat(string file, string expected)
    {
        Assert.True(ExportFormat.TryOfFile(file, out var format));
        Assert.Equal(expected, format.Name);
    }

    [Theory]
    [InlineData("story.txt")]
    [InlineData("story")]
    [InlineData("md")]
    public void TryOfFile_OtherEnding_IsRefused(string file) => Assert.False(ExportFormat.TryOfFile(file, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("pdf")]
    public void TryNamed_OtherName_IsRefused(string? name) => Assert.False(ExportFormat.TryNamed(name, out _));
}
