using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

/// <summary>What the author says of choices, at a real desk.</summary>
public sealed class TasteActsTests
{
    [Fact]
    public async Task SetAsync_NothingWrites_ShowsTheDeskAnew()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var acts = TasteActs.At(desk.Session, new TasteStore(desk.Database.Writes));

        var said = await acts.SetAsync(desk.View.Draft!.Paragraphs[^1], 0);

        Assert.Equal(new TasteResult(Saved: true, 0), said);
        Assert.Equal(0, desk.View.Draft!.Paragraphs[^1].PreferredPlan);
        await acts.SetAsync(desk.View.Draft!.Paragraphs[^1], null);
        Assert.Null(desk.View.Draft!.Paragraphs[^1].PreferredPlan);
        Assert.Empty(desk.Chat.Requests);
    }

    [Fact]
    public async Task SetAsync_FromAStaleTab_TellsWhatStandsAndKeepsIt()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var acts = TasteActs.At(desk.Session, new TasteStore(desk.Database.Writes));
        var stale = desk.View.Draft!.Paragraphs[^1];
        await acts.SetAsync(stale, 2);

        var said = await acts.SetAsync(stale, 3);

        Assert.Equal(new TasteResult(Saved: false, 2), said);
        Assert.Equal(2, desk.View.Draft!.Paragraphs[^1].PreferredPlan);
    }
}
