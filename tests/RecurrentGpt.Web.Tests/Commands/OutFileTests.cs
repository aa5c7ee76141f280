using RecurrentGpt.Stories;
using RecurrentGpt.Web.Commands;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Tests.Doubles;
using RecurrentGpt.Web.Tests.Features.Export;

namespace RecurrentGpt.Web.Tests.Commands;

public sealed class OutFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "story.md");

    [Fact]
    public async Task Write_FileThatIsThere_TakesItsPlace()
    {
        await System.IO.File.WriteAllTextAsync(File, "earlier");

        await OutFile.WriteAsync(ExportedSteps.Story(new StoryCard { Title = "The Bell" }), File, CancellationToken.None);

        Assert.EndsWith("# The Bell\n", await System.IO.File.ReadAllTextAsync(File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ReadingFailsInTheMiddle_LeavesTheEarlierFileAndNoOther()
    {
        await System.IO.File.WriteAllTextAsync(File, "earlier");
        var story = ExportedSteps.Story(new StoryCard()) with { Prose = FailingProse() };

        await Assert.ThrowsAsync<IOException>(() => OutFile.WriteAsync(story, File, CancellationToken.None));

        Assert.Equal("earlier", await System.IO.File.ReadAllTextAsync(File));
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Write_AfterAKill_TakesAwayWhatWasLeft()
    {
        await System.IO.File.WriteAllTextAsync(Leftover(), "# Half a st");
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder.Path, "story.md.notes.tmp"), "the author's own");
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder.Path, "story.md.tmp"), "the author's own");

        await OutFile.WriteAsync(ExportedSteps.Story(new StoryCard { Title = "The Bell" }), File, CancellationToken.None);

        Assert.Equal(["story.md", "story.md.notes.tmp", "story.md.tmp"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Write_AnotherProgramWritesToTheSamePlace_LeavesItsFile()
    {
        await using var other = new FileStream(Leftover(), FileMode.CreateNew, FileAccess.Write, FileShare.Delete);

        await OutFile.WriteAsync(ExportedSteps.Story(new StoryCard { Title = "The Bell" }), File, CancellationToken.None);

        Assert.True(System.IO.File.Exists(other.Name));
    }

    private string Leftover() => $"{File}.{Guid.NewGuid():N}.tmp";

    public void Dispose() => _folder.Dispose();

    private static async IAsyncEnumerable<ExportedParagraph> FailingProse()
    {
        yield return new ExportedParagraph("One.", "", "", Turn: null);
        await Task.Yield();
        throw new IOException("The disk is gone.");
    }
}
