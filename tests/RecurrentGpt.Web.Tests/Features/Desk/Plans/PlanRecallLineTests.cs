using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Memory;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Plans;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Plans;

public sealed class PlanRecallLineTests : DeskContext
{
    private readonly MemoryEntry _early = Samples.Entry(1, "A rope in the well.", vector: ScriptedEmbedder.Embed("A rope in the well."));
    private readonly PlanRecall _recall;

    public PlanRecallLineTests()
    {
        Store.Entries = [_early, Store.Entries[0] with { ParentId = _early.StepId }];
        Store.Models = Store.Models with { EmbeddingModel = LocalEmbedder.Name };
        _recall = Services.GetRequiredService<PlanRecalls>().New(() => { });
    }

    [Fact]
    public async Task Render_PlanThatRecalls_NamesTheParagraphsAndShowsTheirTextsWhenAsked()
    {
        Store.Entries = Store.Entries.SetItem(0, _early with { EmbeddingModel = LocalEmbedder.Name });
        Follow("She pulls the rope.");
        var line = Draw();

        await PressAsync(line, "Plan 1 recalls 1");

        Assert.Contains("A rope in the well.", line.Find("li").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", Button(line, "Plan 1 recalls 1").GetAttribute("aria-expanded"));
        Assert.Matches(@"0\.\d\d", line.Find(".score").TextContent);
    }

    [Fact]
    public async Task Render_MostIsNotIndexed_SaysThatTheseAreTheLatest()
    {
        Follow("She pulls the rope.");

        var line = Draw();
        await PressAsync(line, "Plan 1 recalls the latest: 1");

        Assert.Contains("Too little is indexed", line.Markup, StringComparison.Ordinal);
        Assert.Contains("1 entry is not indexed yet", line.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NothingToRecall_SaysSo()
    {
        Store.Entries = Store.Entries.RemoveAt(0);
        Follow("She pulls the rope.");

        var line = Draw();

        Assert.Equal("recalls nothing yet", line.Find("span").TextContent);
        Assert.Empty(Names(line));
    }

    [Fact]
    public async Task Render_AServersEmbedder_OffersToAsk()
    {
        Store.Models = Store.Models with { EmbeddingModel = "letters" };
        Follow("She pulls the rope.");
        var line = Draw();

        await PressAsync(line, "Plan 1: what would it recall?");
        Clock.Advance(TimeSpan.Zero);
        line.Render();

        Assert.Equal(["Plan 1 recalls 1"], Names(line));
    }

    [Fact]
    public async Task Render_EmbeddingFails_SaysThatItCannotBeToldAndWhy()
    {
        ((ScriptedEmbedder)Store.Models.Embedder).Failure = new StepFailure(FailureKind.Unreachable);
        Follow("She pulls the rope.");
        var line = Draw();

        await PressAsync(line, "Plan 1: what it recalls cannot be told now");

        Assert.Contains("The embedding server does not answer.", line.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Contains("Look again", Names(line));
    }

    [Fact]
    public void Render_BlankPlan_IsEmpty() => Assert.Empty(Draw().Markup.Trim());

    private void Follow(string text)
    {
        _recall.Follow(Store.Story.Id, Store.Head.Id, text);
        Clock.Advance(TimeSpan.Zero);
    }

    private IRenderedComponent<PlanRecallLine> Draw() =>
        Render<PlanRecallLine>(line => line.Add(part => part.Recall, _recall).Add(part => part.Name, "Plan 1").Add(part => part.ListId, "list"));
}
