using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Rewrite;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Rewrite;

/// <summary>A paragraph of the manuscript, and what rewriting has left open at it.</summary>
public sealed class RewrittenParagraphTests : DeskContext, IAsyncLifetime
{
    private static readonly DraftParagraph Paragraph = DeskSamples.Paragraphs[3];
    private static readonly RunRequest Request = new(DeskSamples.StoryId, RunKind.Rewrite)
    {
        ParentId = Paragraph.StepId,
        Text = "tighter",
        Passage = new PassageRange(0, 4, 0),
    };

    private TestDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.EmptyAsync();
        Services.AddSingleton(_desk.Session);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _desk.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public void Render_NothingOpen_IsTheProseAndCanBeMarked()
    {
        var prose = Draw(DeskSamples.View);

        Assert.Equal(Paragraph.StepId.ToString(), prose.Find("[data-passage]").GetAttribute("data-passage"));
        Assert.Equal(Paragraph.Text, prose.Find(".prose").TextContent);
        Assert.Empty(prose.FindAll(".running, .failed, .proposal"));
    }

    [Fact]
    public void Render_Locked_CannotBeMarked()
    {
        Assert.Empty(Draw(DeskSamples.View, Paragraph with { IsLocked = true }).FindAll("[data-passage]"));
    }

    [Fact]
    public void Render_Running_SaysSoAndCanBeStopped()
    {
        var prose = Draw(DeskSamples.View with { Live = LiveStep.Begin(Guid.NewGuid(), Request) });

        Assert.Contains("Rewriting a passage", prose.Find(".running").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Stop rewriting"], Buttons(prose, ".running"));
        Assert.Equal(Paragraph.Text, prose.Find(".prose").TextContent);
    }

    [Fact]
    public void Render_RunningElsewhere_SaysNothing()
    {
        Assert.Empty(Draw(DeskSamples.View with { Live = LiveStep.Begin(Guid.NewGuid(), Request with { ParentId = Guid.NewGuid() }) }).FindAll(".running"));
    }

    [Fact]
    public void Render_Failed_SaysWhyAndOffersToTryAgain()
    {
        var prose = Draw(With(new Rewriting(null, new RewriteFailed(Guid.NewGuid(), Request, new StepFailure(FailureKind.Unauthorized)))));

        Assert.Contains("key", prose.Find(".note.failed").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Try again", "Dismiss"], Buttons(prose, ".failed"));
    }

    [Fact]
    public void Render_FailedForAnotherText_OffersOnlyToDismiss()
    {
        var other = Request with { Passage = new PassageRange(0, 4, 7) };

        Assert.Equal(["Dismiss"], Buttons(Draw(With(new Rewriting(null, new RewriteFailed(Guid.NewGuid(), other, new StepFailure(FailureKind.TextChanged))))), ".failed"));
    }

    [Fact]
    public void Render_Interrupted_SaysSo()
    {
        var prose = Draw(With(new Rewriting(null, new RewriteFailed(Guid.NewGuid(), Request, null))));

        Assert.Contains("The program ended", prose.Find(".note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Proposed_TakesThePlaceOfTheProse()
    {
        var prose = Draw(With(new Rewriting(new RewriteProposed(Guid.NewGuid(), Request, "This", "That"), null)));

        Assert.Equal("Proposal for paragraph 4", prose.Find(".proposal").GetAttribute("aria-label"));
        Assert.Empty(prose.FindAll("[data-passage]"));
    }

    private static IEnumerable<string> Buttons(IRenderedComponent<ManuscriptParagraph> paragraph, string part) => paragraph.FindAll($"{part} button").Select(button => button.TextContent.Trim());

    private static DeskView With(Rewriting open) =>
        DeskSamples.View with { Draft = DeskSamples.Draft with { Rewritings = new Dictionary<Guid, Rewriting> { [Paragraph.StepId] = open } } };

    private IRenderedComponent<ManuscriptParagraph> Draw(DeskView view, DraftParagraph? paragraph = null) => Render<ManuscriptParagraph>(part => part
        .Add(article => article.Paragraph, paragraph ?? Paragraph)
        .Add(article => article.View, view)
        .Add(article => article.OnSave, _ => Task.FromResult<SaveResult?>(null)));
}
