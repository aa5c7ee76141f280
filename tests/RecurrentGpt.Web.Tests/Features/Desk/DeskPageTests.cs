using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Plans;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class DeskPageTests : DeskContext, IAsyncLifetime
{
    private TestDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.WithAStepAsync();
        await _desk.Session.CloseAsync();
        Services.AddSingleton(_desk.Session);
        Services.AddSingleton(_desk.Database.Writes).AddSingleton(_desk.Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>()).AddDesk();
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public void Render_Story_OpensItsDesk()
    {
        var page = Open(_desk.StoryId);

        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("article").Count));
        Assert.Equal("The Glass Orchard", page.Find("h1").TextContent);
    }

    [Fact]
    public void Render_NotInteractiveYet_ShowsNothingToClick()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var page = Render<DeskPage>(part => part.Add(desk => desk.Id, _desk.StoryId));

        Assert.Empty(page.FindAll("button"));
        Assert.Equal("Opening the story…", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Render_NoSuchStory_ShowsTheWayBack()
    {
        var page = Open(Guid.NewGuid());

        page.WaitForAssertion(() => Assert.Equal("/", page.Find("a").GetAttribute("href")));
        Assert.Equal("This story is not here", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task Write_Plan_LaysTheNextParagraphOnTheDesk()
    {
        _desk.Chat.Reply(Samples.StepReply);
        var page = Open(_desk.StoryId);
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("article").Count));

        await PressAsync(page, "Write plan 3");

        page.WaitForAssertion(() => Assert.Contains("Paragraph 5 is written.", page.Find("[aria-label=Status]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal("Paragraph 5", page.FindAll("article")[^1].GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Write_MoreWordsCome_DrawsTheirParagraphAlone()
    {
        var words = _desk.Chat.Open();
        var page = Open(_desk.StoryId);
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("article").Count));
        await PressAsync(page, "Write plan 3");
        await words.WriteAsync("Output Paragraph:\nThe rope ");
        page.WaitForAssertion(() => Assert.StartsWith("The", page.FindAll("article p.prose")[^1].TextContent, StringComparison.Ordinal));
        var drawn = await DrawnAsync<PlansPanel>(page);

        ((IRunFollowing)_desk.Session).Show(null!, _desk.View.Live!.After(new StepEvent.ParagraphText(Section.Paragraph, "came up."), _desk.Database.Clock.GetUtcNow()));
        page.WaitForAssertion(() => Assert.EndsWith("came up.", page.FindAll("article p.prose")[^1].TextContent, StringComparison.Ordinal));

        Assert.Equal(drawn, await DrawnAsync<PlansPanel>(page));
        await _desk.Session.StopAsync();
    }

    [Fact]
    public async Task StorySettings_Click_OpensTheirDialog()
    {
        var page = Open(_desk.StoryId);
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("article").Count));

        await PressAsync(page, "Story settings");

        Assert.Equal("Story settings", page.Find("dialog h2").TextContent);
    }

    [Fact]
    public async Task Prompts_Click_OpensAboveTheSettings()
    {
        var page = Open(_desk.StoryId);
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("article").Count));
        await Button(page, "Story settings").ClickAsync(new());

        await Button(page, "Prompts…").ClickAsync(new());

        Assert.Equal(["Story settings", "Prompts"], page.FindAll("dialog h2").Select(heading => heading.TextContent));
        await page.InvokeAsync(page.FindComponents<DeskDialog>()[1].Instance.ClosedAsync);
        Assert.Equal("Story settings", page.Find("dialog h2").TextContent);
    }

    // A wait ends in the middle of a batch, whose other parts are counted after it: the renderer's own turn comes when all are.
    private static Task<int> DrawnAsync<TPart>(IRenderedComponent<DeskPage> page)
        where TPart : IComponent => page.InvokeAsync(() => page.FindComponent<TPart>().RenderCount);

    private IRenderedComponent<DeskPage> Open(Guid id)
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return Render<DeskPage>(part => part.Add(desk => desk.Id, id));
    }
}
