using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Tree;

/// <summary>The branches beside the draft, with a real session at a real store.</summary>
public sealed class BranchListTests : DeskContext, IAsyncLifetime
{
    private TestDesk _desk = null!;
    private int _shown;

    private Step Head => _desk.View.Draft!.Head!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.WithAStepAsync();
        Services.AddSingleton(new TreeStore(_desk.Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>()));
        Services.AddSingleton(new BranchStore(_desk.Database.Writes, _desk.Database.Clock));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public void Render_OneWayOnly_TeachesWhatMakesAnother()
    {
        var list = Draw();

        list.WaitForAssertion(() => Assert.StartsWith("One way so far.", list.Find(".hint").TextContent, StringComparison.Ordinal));
        Assert.Empty(list.FindAll("li"));
    }

    [Fact]
    public async Task Render_TwoBranches_NamesThemAndMarksWhereTheStoryStands()
    {
        await BranchAsync();

        var list = Draw();

        list.WaitForAssertion(() => Assert.Equal(["Main: 1 to 4", "Branch 2: only 4 · here"], Lines(list)));
    }

    [Fact]
    public async Task Press_ABranch_GoesToItsTip()
    {
        var first = Head.Id;
        await BranchAsync();
        var list = Draw();
        list.WaitForElement("li .go");

        await list.InvokeAsync(() => list.Find("li .go").Click());
        await _desk.UntilAsync(view => view.Draft!.Head!.Id == first);
        list.Render(part => part.Add(branches => branches.View, _desk.View));

        list.WaitForAssertion(() => Assert.Equal(["Main: 1 to 4 · here", "Branch 2: only 4"], Lines(list)));
    }

    [Fact]
    public async Task Rename_InPlace_ShowsTheNameAndTakesItBack()
    {
        await BranchAsync();
        var list = Draw();
        list.WaitForElement("li .go");

        await NameAsync(list, "Rename Branch 2", "She burns it");
        list.WaitForAssertion(() => Assert.Contains("She burns it: only 4 · here", Lines(list)));
        await NameAsync(list, "Rename She burns it", "");

        list.WaitForAssertion(() => Assert.Contains("Branch 2: only 4 · here", Lines(list)));
    }

    [Fact]
    public async Task Press_TheShapeOfTheTree_ShowsTheTree()
    {
        await BranchAsync();
        var list = Draw();
        list.WaitForElement("svg circle.head");

        await PressAsync(list, "Show the tree");

        Assert.Equal(1, _shown);
    }

    [Fact]
    public async Task Rename_Cancelled_LeavesTheName()
    {
        await BranchAsync();
        var list = Draw();
        list.WaitForElement("li .go");

        await PressAsync(list, "Rename Main");
        list.Find("input").Input("Something");
        await PressAsync(list, "Cancel");

        Assert.Equal(["Main: 1 to 4", "Branch 2: only 4 · here"], Lines(list));
    }

    [Fact]
    public async Task Render_TenBranches_ShowsTheLatestFirst()
    {
        var start = Head with { Id = Head.ParentId!.Value };
        for (var i = 2; i <= 10; i++)
        {
            _desk.Database.Clock.Advance(TimeSpan.FromMinutes(1));
            await _desk.Database.AddStepAsync(start);
        }

        await _desk.Session.OpenAsync(_desk.StoryId);
        var list = Draw();

        list.WaitForAssertion(() => Assert.Equal(10, Lines(list).Count()));
        Assert.Equal("Branch 10: only 4 · here", Lines(list).First());
        Assert.Equal("Main: 1 to 4", Lines(list).Last());
    }

    private static IEnumerable<string> Lines(IRenderedComponent<BranchList> list) => list.FindAll("li .go").Select(line => string.Join(": ", line.Children.Select(part => part.TextContent)));

    // Another version of the head, on which the story stands then.
    private async Task BranchAsync()
    {
        await _desk.Database.AddStepAsync(Head with { Id = Head.ParentId!.Value });
        await _desk.Session.OpenAsync(_desk.StoryId);
    }

    private async Task NameAsync(IRenderedComponent<BranchList> list, string button, string name)
    {
        await PressAsync(list, button);
        await list.InvokeAsync(() => list.Find("input").Input(name));
        var before = _desk.View.Draft;
        await PressAsync(list, "Save");
        await _desk.UntilAsync(view => view.Draft != before && view.CanWrite);
        list.Render(part => part.Add(branches => branches.View, _desk.View));
    }

    private IRenderedComponent<BranchList> Draw() =>
        Render<BranchList>(part => part.Add(list => list.View, _desk.View).Add(list => list.Session, _desk.Session).Add(list => list.OnTree, () => _shown++));
}
