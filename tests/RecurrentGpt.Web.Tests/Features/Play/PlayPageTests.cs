using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Tests.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Play;

public sealed class PlayPageTests : DeskContext, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private StoryInPlay _story = null!;

    public async Task InitializeAsync()
    {
        _story = await StoryInPlay.BeginAsync();
        await _story.Desk.Session.CloseAsync();
        StoryInPlay.AddTo(Services, _story.Desk);
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _story.DisposeAsync();
    }

    [Fact]
    public void Render_NotInteractiveYet_ShowsNothingToClick()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var page = Render<PlayPage>(part => part.Add(play => play.Id, _story.StoryId));

        Assert.Empty(page.FindAll("button"));
        Assert.Equal("Opening the story…", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Render_NoSuchStory_ShowsTheWayBack()
    {
        var page = Open(Guid.NewGuid());

        page.WaitForAssertion(() => Assert.Equal("This story is not here", page.Find("h1").TextContent), Patience);
    }

    [Fact]
    public void Render_Story_ShowsTextChoicesAndAFieldAndNoMachinery()
    {
        var page = Opened(3);

        Assert.Equal(3, page.FindAll("article").Count);
        Assert.Equal("The Glass Orchard", page.Find("h1").TextContent);
        Assert.Single(page.FindAll("textarea"));
        Assert.DoesNotContain("emory", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_AnAction_ShowsItBeforeTheAnswer()
    {
        _story.Desk.Chat.Reply(Samples.StepReply);
        var page = Opened(3);

        await page.InvokeAsync(() => page.FindAll("ol button")[2].Click());

        page.WaitForAssertion(() => Assert.Contains("Turn 1 is written.", page.Find("[aria-label=Status]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("She turns back.", page.FindAll("article")[^1].QuerySelector("q")?.TextContent);
        Assert.Equal("Turn 2 of 12", page.Find(".turn").TextContent);
    }

    [Fact]
    public async Task Type_AnAction_AndDoIt_IsAnsweredToo()
    {
        _story.Desk.Chat.Reply(Samples.StepReply);
        var page = Opened(3);

        await page.InvokeAsync(() => page.Find("textarea").Input("I blow the lamp out."));
        await PressAsync(page, "Do it");

        page.WaitForAssertion(() => Assert.Equal("I blow the lamp out.", page.FindAll("article")[^1].QuerySelector("q")?.TextContent), Patience);
    }

    [Fact]
    public async Task Begin_FromAStep_EntersAndForgetsTheWayIn()
    {
        await _story.Desk.Session.OpenAsync(_story.StoryId);
        await _story.PlayAsync(2);
        var from = _story.Scene.Passages[3].StepId;
        await _story.Desk.Session.CloseAsync();
        var navigation = Services.GetRequiredService<BunitNavigationManager>();
        navigation.NavigateTo($"/play/{_story.StoryId}?from={from}");
        var page = Opened(4);
        _story.Desk.Chat.Reply(Samples.StepReply);

        await PressAsync(page, "Begin");

        page.WaitForAssertion(() => Assert.EndsWith($"/play/{_story.StoryId}", navigation.Uri, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Equal("You enter the story", page.FindAll("article")[^1].GetAttribute("aria-label")), Patience);
    }

    [Fact]
    public async Task Replay_FromATurn_OffersItsChoicesAnew()
    {
        await _story.Desk.Session.OpenAsync(_story.StoryId);
        await _story.PlayAsync(3);
        await _story.Desk.Session.CloseAsync();
        var page = Opened(6);

        await PressAsync(page, "Replay from turn 2");

        page.WaitForAssertion(() => Assert.Equal("Turn 2 of 12", page.Find(".turn").TextContent), Patience);
        Assert.Equal(4, page.FindAll("article").Count);
        Assert.StartsWith("You are back before that turn", page.Find("[aria-label=Status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_Story_OffersTheEpilogueThenOnlyToPlayOn()
    {
        await _story.Desk.Session.OpenAsync(_story.StoryId);
        await _story.WriteAsync(_story.Play.EndAsync);
        await _story.Desk.Session.CloseAsync();
        var page = Opened(4);
        _story.Desk.Chat.Reply(Samples.StepReply);

        await PressAsync(page, "Read the epilogue");

        page.WaitForAssertion(() => Assert.DoesNotContain("Read the epilogue", Names(page)), Patience);
        page.WaitForAssertion(() => Assert.Contains("Play on", Names(page)), Patience);
        Assert.Equal("Epilogue", page.FindAll("article")[^1].GetAttribute("aria-label"));
    }

    [Fact]
    public async Task More_BringItToAnEnd_EndsTheStory()
    {
        var page = Opened(3);
        _story.Desk.Chat.Reply(Samples.StepReply);

        await PressAsync(page, "More");
        await PressAsync(page, "Bring it to an end");

        page.WaitForAssertion(() => Assert.Equal("The End", page.Find(".the-end").TextContent), Patience);
    }

    private IRenderedComponent<PlayPage> Opened(int passages)
    {
        var page = Open(_story.StoryId);
        page.WaitForAssertion(() => Assert.Equal(passages, page.FindAll("article").Count), Patience);
        return page;
    }

    private IRenderedComponent<PlayPage> Open(Guid id)
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return Render<PlayPage>(part => part.Add(play => play.Id, id));
    }
}
