using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;
using static RecurrentGpt.Web.Tests.People.Household;

namespace RecurrentGpt.Web.Tests.People;

/// <summary>A story belongs to whoever made it, and all else to its story: whatever reads or writes as somebody else finds nothing there.</summary>
public sealed class OwnStoriesTests : IAsyncLifetime
{
    private Household _household = null!;
    private Story _adas = null!;

    public async Task InitializeAsync()
    {
        _household = await OpenAsync();
        _adas = await LibraryOf(Ada).CreateAsync(new StoryCard { Title = "Ada's", Genre = "Mystery", Premise = "A lamp." }, new StorySettings());
    }

    public async Task DisposeAsync() => await _household.DisposeAsync();

    [Fact]
    public async Task List_OfSomebodyElse_IsEmpty()
    {
        Assert.Empty(await LibraryOf(Ben).ListAsync());
        Assert.Equal([_adas.Id], (await LibraryOf(Ada).ListAsync()).Select(story => story.Id));
    }

    [Fact]
    public async Task Change_BySomebodyElse_ChangesNothing()
    {
        Assert.False(await LibraryOf(Ben).DeleteAsync(_adas.Id));
        Assert.Null(await LibraryOf(Ben).RenameAsync(_adas.Id, "Ada's", "Ben's"));
        Assert.Equal(["Ada's"], (await LibraryOf(Ada).ListAsync()).Select(story => story.Title));
    }

    [Fact]
    public async Task Add_IntoAStoryOfSomebodyElse_IsRefused()
    {
        var writes = _household.PageOf(Ben).GetRequiredService<OwnWrites>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => writes.WriteAsync(db =>
        {
            db.StepMarks.Add(new StepMarkRow { StepId = Guid.NewGuid() });
            return Task.FromResult(0);
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => writes.WriteAsync(db =>
        {
            db.Runs.Add(new RunRow { Id = Guid.NewGuid(), StoryId = _adas.Id, Kind = RunKind.Opening, State = RunState.Running, StartedAt = default, Number = 99, Text = "", Partial = "", Arrived = new Dictionary<RecurrentGpt.Replies.Section, string>() });
            return Task.FromResult(0);
        }));
        Assert.Equal(0, await _household.Queue.WriteAsync(db => db.Runs.CountAsync()));
    }

    [Fact]
    public async Task StartAsync_OfAStoryOfSomebodyElse_FindsNoStory()
    {
        var runner = _household.PageOf(Ben).GetRequiredService<Study>().Runner;

        await Assert.ThrowsAsync<InvalidOperationException>(() => runner.StartAsync(new RunRequest(_adas.Id, RunKind.Opening), CancellationToken.None));
    }

    [Fact]
    public async Task Runs_GoOnInTheStudyOfTheirPerson_AndAreFoundThereOnly()
    {
        var run = await _household.PageOf(Ada).GetRequiredService<Study>().Runner.StartAsync(new RunRequest(_adas.Id, RunKind.Opening), CancellationToken.None);
        Assert.Equal(RunState.Done, (await run!.Completion).State);

        var drafts = _household.PageOf(Ben).GetRequiredService<DraftStore>();

        Assert.Null(await drafts.ReadAsync(_adas.Id));
        Assert.Empty(await drafts.ReadExchangesAsync(run.Id));
        Assert.NotEmpty(await _household.PageOf(Ada).GetRequiredService<DraftStore>().ReadExchangesAsync(run.Id));
        Assert.NotSame(_household.Studies.Of(Ada).Runner, _household.Studies.Of(Ben).Runner);
        Assert.Same(_household.Studies.Of(Ada).Runner, _household.PageOf(Ada).GetRequiredService<Study>().Runner);
    }

    [Fact]
    public async Task Settings_AreThoseOfTheirPerson()
    {
        var adas = _household.PageOf(Ada).GetRequiredService<ModelSettingsStore>();
        await adas.SaveAsync(new ModelSettings { Provider = ModelProvider.OpenAi, ChatModel = "ada-1", EmbeddingModel = "e", ApiKey = "sk-ada" }, CancellationToken.None);

        var bens = await _household.PageOf(Ben).GetRequiredService<ModelSettingsStore>().ReadAsync(CancellationToken.None);

        Assert.Equal((ModelProvider.Offline, null), (bens.Provider, bens.ApiKey));
        Assert.True((await _household.PageOf(Ben).GetRequiredService<IModelSource>().CurrentAsync(CancellationToken.None)).IsSample);
        Assert.Equal("ada-1", (await _household.PageOf(Ada).GetRequiredService<IModelSource>().CurrentAsync(CancellationToken.None)).ChatModel);
    }

    [Fact]
    public void Page_OfNobody_HasNoStudyAndReadsNothing()
    {
        var page = _household.OpenPage();

        Assert.Throws<NobodyException>(() => page.GetRequiredService<Study>());
        Assert.Throws<NobodyException>(() => page.GetRequiredService<IDbContextFactory<WritingDb>>().CreateDbContext());
    }

    [Fact]
    public async Task Page_WhosePersonHasLeft_ReadsAndWritesNothingMore()
    {
        var page = _household.PageOf(Ada);
        var library = page.GetRequiredService<StoryLibrary>();

        page.GetRequiredService<Person>().Leave();

        await Assert.ThrowsAsync<NobodyException>(() => library.ListAsync());
        await Assert.ThrowsAsync<NobodyException>(() => library.DeleteAsync(_adas.Id));
    }

    private StoryLibrary LibraryOf(Guid personId) => _household.PageOf(personId).GetRequiredService<StoryLibrary>();
}
