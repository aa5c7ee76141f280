using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Tests.Doubles;
using Xunit.Abstractions;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>Files that the program hands out, of stories whose titles are attacks.</summary>
public sealed class DownloadAttackTests(TestHost host, ITestOutputHelper output) : IClassFixture<TestHost>
{
    private static readonly SearchValues<char> Parting = SearchValues.Create("/\\:*?\"<>|\r\n\0");

    [Fact]
    public async Task Get_EveryTitle_IsAnAttachmentWithASafeNameThatIsTakenForWhatItIs()
    {
        using var client = host.CreateClient();
        var library = host.Page.GetRequiredService<StoryLibrary>();
        var (id, before, files) = (await AddStoryAsync(), "", 0);
        foreach (var attack in Attack.OfAtMost(StoryLimits.Title))
        {
            Assert.True((await library.RenameAsync(id, before, attack.Text))?.Saved);
            before = attack.Stored;
            var (path, mediaType, ending) = FilesOf(id)[files++ % FilesOf(id).Length];

            using var answer = await client.GetAsync(path);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(mediaType, answer.Content.Headers.ContentType?.ToString());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            AssertName(answer.Content.Headers, ending);
        }

        var told = FormattableString.Invariant($"attack corpus: {files} strings as titles of downloads in {FilesOf(id).Length} forms, 0 names or headers that are not safe");
        Counts.Write("attacks-downloads", told);
        output.WriteLine(told);
    }

    private static void AssertName(HttpContentHeaders headers, string ending)
    {
        var written = Assert.Single(headers.GetValues("Content-Disposition"));
        var disposition = ContentDispositionHeaderValue.Parse(written);
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.True(disposition.Parameters.Count <= 2, written);
        foreach (var name in (string[])[disposition.FileName!.Trim('"'), disposition.FileNameStar!])
        {
            Assert.EndsWith(ending, name, StringComparison.Ordinal);
            Assert.True(name.AsSpan().IndexOfAny(Parting) < 0 && !name.StartsWith('.') && !name.StartsWith('-'), name);
            Assert.DoesNotContain(name, c => char.IsControl(c) || TextDirection.Turns(c));
            Assert.True(Encoding.UTF8.GetByteCount(name) <= 255, name);
        }
    }

    private static (string Path, string MediaType, string Ending)[] FilesOf(Guid id) =>
    [
        ($"/stories/{id}/export?format=markdown", "text/markdown; charset=utf-8", ".md"),
        ($"/stories/{id}/export?format=json", "application/json; charset=utf-8", ".json"),
        ($"/play/{id}/export", "text/markdown; charset=utf-8", ".md"),
    ];

    private async Task<Guid> AddStoryAsync()
    {
        var story = await host.Page.GetRequiredService<StoryLibrary>().CreateAsync(new StoryCard { Kind = StoryKind.InteractiveFiction }, new StorySettings());
        var store = host.Page.GetRequiredService<IStoryStore>();
        var run = Guid.CreateVersion7();
        await store.ClaimAsync(run, new RunRequest(story.Id, RunKind.Opening), CancellationToken.None);
        await store.CommitAsync(run, Written.Opening() with { Title = null }, CancellationToken.None);
        return story.Id;
    }
}
