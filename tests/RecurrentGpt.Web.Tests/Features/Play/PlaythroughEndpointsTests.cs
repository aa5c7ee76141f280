using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Play;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Play;

public sealed class PlaythroughEndpointsTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Get_APlaythrough_IsAFileOfThePathNamedByTheTitle()
    {
        var id = await AddStoryAsync("Short Weight: a case");
        using var client = host.CreateClient();

        using var answer = await client.GetAsync($"/play/{id}/export");

        Assert.Equal("text/markdown; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Short Weight- a case.md", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal(
            "# Short Weight: a case\n\nThe lamp was lit.\n\nMara saw it.\n\nNobody had come.\n\n> Light it again.\n\nIt burned.\n",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_UnknownStory_IsNotFound()
    {
        using var client = host.CreateClient();

        using var answer = await client.GetAsync($"/play/{Guid.CreateVersion7()}/export");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<Guid> AddStoryAsync(string title)
    {
        var story = await host.Page.GetRequiredService<StoryLibrary>().CreateAsync(new StoryCard { Title = title, Kind = StoryKind.InteractiveFiction }, new StorySettings());
        var opening = await CommitAsync(new RunRequest(story.Id, RunKind.Opening), Written.Opening());
        var (plan, turn) = (new Plan("Light it again.", PlanSource.Picked), new PlayTurn(TurnKind.Action, 1, new PlaySettings()));
        await CommitAsync(
            new RunRequest(story.Id, RunKind.Step) { ParentId = opening[^1].Id, Plan = plan, Turn = turn },
            Written.Change(Written.Step("It burned.") with { Plan = plan, Turn = turn }));

        return story.Id;
    }

    private async Task<IReadOnlyList<Step>> CommitAsync(RunRequest request, StoryChange change)
    {
        var store = host.Page.GetRequiredService<IStoryStore>();
        var run = Guid.CreateVersion7();
        await store.ClaimAsync(run, request, CancellationToken.None);

        return (await store.CommitAsync(run, change, CancellationToken.None)).Steps;
    }
}
