using Bunit;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Storage.Entities;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Library;

/// <summary>Unattended runs on the shelf, as after a start of the program: nothing is known but what is stored.</summary>
public sealed class ShelvedAutopilotTests : BunitContext, IAsyncLifetime
{
    private LibraryHost _host = null!;

    public async Task InitializeAsync()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _host = await LibraryHost.OpenAsync();
        _host.AddTo(Services);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData(AutopilotState.Paused, "Autopilot paused at 1 of 20")]
    [InlineData(AutopilotState.Blown, "Autopilot stopped by a fuse at 1 of 20")]
    [InlineData(AutopilotState.Interrupted, "Autopilot interrupted at 1 of 20")]
    public async Task Render_HeldRun_SaysSoInTheRowThatLeadsToTheDesk(AutopilotState state, string words)
    {
        await AddAsync(state);

        var page = Render<LibraryPage>();

        page.WaitForAssertion(() => Assert.Equal(words, page.Find("li .chip").TextContent));
        Assert.Single(page.FindAll("li a"));
    }

    [Theory]
    [InlineData(AutopilotState.Done)]
    [InlineData(AutopilotState.Stopped)]
    public async Task Load_EndedAfterAHeldOne_ShowsNothing(AutopilotState state)
    {
        var story = await AddAsync(AutopilotState.Paused);
        await AddRowAsync(story, state, _host.Database.Clock.GetUtcNow().AddMinutes(1));
        var autopilots = _host.NewAutopilots();

        await autopilots.LoadAsync(CancellationToken.None);

        Assert.Null(autopilots.Find(story));
    }

    [Fact]
    public async Task Load_SeveralStories_KnowsEach()
    {
        var (first, second) = (await AddAsync(AutopilotState.Paused), await AddAsync(AutopilotState.Blown));
        var autopilots = _host.NewAutopilots();

        await autopilots.LoadAsync(CancellationToken.None);

        Assert.Equal(new ShelvedAutopilot(AutopilotState.Paused, 1, 20), autopilots.Find(first));
        Assert.Equal(new ShelvedAutopilot(AutopilotState.Blown, 1, 20), autopilots.Find(second));
    }

    [Fact]
    public async Task Render_RunThatStartsElsewhere_IsShownLiveUntilItIsHalted()
    {
        var story = await _host.Database.AddStoryAsync();
        await _host.Database.AddOpeningAsync(story.Id);
        var page = Render<LibraryPage>();
        page.WaitForAssertion(() => page.Find("li"));
        Assert.Empty(page.FindAll("li .chip"));

        await _host.Autopilots.StartAsync(story.Id, new AutopilotOrder { Steps = 20, Author = AuthorKind.First }, CancellationToken.None);
        page.WaitForAssertion(() => Assert.Equal("Autopilot: 0 of 20", Later(page)));
        await _host.Autopilots.TakeOverAsync(story.Id);

        page.WaitForAssertion(() => Assert.Equal("Autopilot paused at 0 of 20", Later(page)));
    }

    // What the run tells may come after the first look; the next one is a moment of the clock away.
    private string Later(IRenderedComponent<LibraryPage> page)
    {
        _host.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        return page.FindAll("li .chip") is [var chip] ? chip.TextContent : "";
    }

    private async Task<Guid> AddAsync(AutopilotState state)
    {
        var story = await _host.Database.AddStoryAsync();
        var head = (await _host.Database.AddOpeningAsync(story.Id))[^1];
        var id = await AddRowAsync(story.Id, state, _host.Database.Clock.GetUtcNow());
        var plan = new Plan("She rows out.", PlanSource.Autopilot);
        await _host.Database.CommitAsync(
            new RunRequest(story.Id, RunKind.Step) { ParentId = head.Id, Plan = plan, AutopilotId = id, Choice = new PlanChoice(plan, AuthorKind.First, 1) },
            Written.Change(Written.Step() with { Plan = plan }));
        return story.Id;
    }

    private Task<Guid> AddRowAsync(Guid storyId, AutopilotState state, DateTimeOffset startedAt) => _host.Database.Writes.WriteAsync(db =>
    {
        var row = new AutopilotRow { Id = Guid.NewGuid(), StoryId = storyId, Order = new AutopilotOrder { Steps = 20 }, State = state, StartedAt = startedAt, Worked = TimeSpan.Zero };
        db.Autopilots.Add(row);
        return Task.FromResult(row.Id);
    });
}
