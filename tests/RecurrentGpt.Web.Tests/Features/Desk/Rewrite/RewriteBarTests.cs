using Bunit;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Rewrite;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Rewrite;

public sealed class RewriteBarTests : DeskContext
{
    private readonly List<RunRequest> _asked = [];

    [Fact]
    public async Task Marked_WordsOfAParagraph_OffersAndAsksForThem()
    {
        var bar = Draw(DeskSamples.View);

        await MarkAsync(bar, "is paragraph");
        Button(bar, "More menace").Click();

        var request = Assert.Single(_asked);
        Assert.Equal((RunKind.Rewrite, DeskSamples.Paragraphs[3].StepId, "More menace"), (request.Kind, request.ParentId, request.Text));
        Assert.Equal(new PassageRange(5, 12, 0), request.Passage);
        Assert.Empty(bar.FindAll(".bar"));
    }

    [Fact]
    public async Task Rewrite_OwnWords_AsksWithThem()
    {
        var bar = Draw(DeskSamples.View);
        await MarkAsync(bar, "This");

        bar.Find("form").Submit();
        Assert.Empty(_asked);
        bar.Find("input").Input(" as a letter ");
        bar.Find("form").Submit();

        Assert.Equal("as a letter", Assert.Single(_asked).Text);
    }

    [Fact]
    public async Task Open_WholeParagraph_AsksForAllOfIt()
    {
        var bar = Draw(DeskSamples.View);

        await bar.InvokeAsync(() => bar.Instance.OpenAsync(DeskSamples.Paragraphs[3]));
        Button(bar, "Tighter").Click();

        Assert.Equal(new PassageRange(0, "This is paragraph 4.".Length, 0), Assert.Single(_asked).Passage);
    }

    [Fact]
    public async Task Marked_AnotherTextThanStandsThere_OffersNothing()
    {
        var bar = Draw(DeskSamples.View);

        await bar.InvokeAsync(() => bar.Instance.Marked(DeskSamples.Paragraphs[3].StepId, 0, 4, "That", "That"));

        Assert.Empty(bar.FindAll(".bar"));
    }

    [Fact]
    public async Task Marked_LockedParagraph_OffersNothing()
    {
        var locked = DeskSamples.Paragraphs.Select(paragraph => paragraph with { IsLocked = true }).ToList();
        var bar = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Paragraphs = locked } });

        await MarkAsync(bar, "This");

        Assert.Empty(bar.FindAll(".bar"));
    }

    [Fact]
    public async Task Marked_WhileARunWrites_IsOfferedOnlyAfterIt()
    {
        var bar = Draw(DeskSamples.View with { Live = DeskSamples.Live });

        await MarkAsync(bar, "This");
        Assert.Empty(bar.FindAll(".bar"));
        bar.Render(part => part.Add(drawn => drawn.View, DeskSamples.View));

        Assert.Single(bar.FindAll(".bar"));
    }

    [Fact]
    public async Task Unmarked_OrCancelled_GoesAway()
    {
        var bar = Draw(DeskSamples.View);
        await MarkAsync(bar, "This");

        await bar.InvokeAsync(bar.Instance.Unmarked);
        Assert.Empty(bar.FindAll(".bar"));

        await MarkAsync(bar, "This");
        Button(bar, "Cancel").Click();
        Assert.Empty(bar.FindAll(".bar"));
        Assert.Empty(_asked);
    }

    private static async Task MarkAsync(IRenderedComponent<RewriteBar> bar, string words)
    {
        var start = DeskSamples.Paragraphs[3].Text.IndexOf(words, StringComparison.Ordinal);
        await bar.InvokeAsync(() => bar.Instance.Marked(DeskSamples.Paragraphs[3].StepId, start, start + words.Length, words, words));
    }

    private IRenderedComponent<RewriteBar> Draw(DeskView view) => Render<RewriteBar>(part => part
        .Add(bar => bar.View, view)
        .Add(bar => bar.OnRewrite, request =>
        {
            _asked.AddRange(request(view) is { } wanted ? [wanted] : []);
            return Task.CompletedTask;
        }));
}
