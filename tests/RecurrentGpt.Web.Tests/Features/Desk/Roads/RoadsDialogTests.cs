using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Roads;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Roads;

public sealed class RoadsDialogTests : DeskContext, IAsyncLifetime
{
    private readonly List<Road> _taken = [];
    private TestDatabase _database = null!;
    private Guid _storyId;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _storyId = (await _database.AddStoryAsync()).Id;
        Services.AddSingleton(ActivatorUtilities.CreateInstance<RoadStore>(_database.Services));
    }

    async Task IAsyncLifetime.DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Open_ListsTheRoadsWithTheStepThatTheyStartFrom()
    {
        await _database.AddStepAsync(await AddOpeningAsync());

        var dialog = await DrawAsync();

        Assert.Equal("6 roads", Said(dialog));
        Assert.Equal(["From paragraph 4", "in this draft", "on the desk now"], dialog.FindAll("li:first-child .meta span").Select(part => part.TextContent));
        Assert.Equal("She went down to the shore.", dialog.Find("li .words").TextContent);
        Assert.Equal("She waits.", dialog.Find("li .prose:not(.words)").TextContent);
    }

    [Fact]
    public async Task Search_RanksByWordsAndSaysHowMany()
    {
        await AddOpeningAsync();
        var dialog = await DrawAsync();

        dialog.Find("#roads-search").Input("rows");

        Assert.Equal("1 of 3, nearest first", Said(dialog));
        Assert.Equal(["She rows out."], Texts(dialog));
    }

    [Fact]
    public async Task Search_NothingFound_OffersToClearIt()
    {
        await AddOpeningAsync();
        var dialog = await DrawAsync();

        dialog.Find("#roads-search").Input("zebra");
        Assert.Empty(Texts(dialog));
        Button(dialog, "Clear the search").Click();

        Assert.Equal(3, Texts(dialog).Count);
    }

    [Fact]
    public async Task Open_ManyRoads_AreTurnedInPages()
    {
        var opening = await AddOpeningAsync();
        await _database.CommitAsync(
            new RunRequest(_storyId, RunKind.Step) { ParentId = opening.Id }, Written.Change([.. Enumerable.Range(0, 9).Select(number => Written.Step($"Shore {number}."))]));
        var dialog = await DrawAsync();

        var first = Texts(dialog).Count;
        await PressAsync(dialog, "Next");

        Assert.Equal((20, 10), (first, Texts(dialog).Count));
        Assert.Equal("21 to 30 of 30", dialog.Find("nav span").TextContent);
        Assert.True(Button(dialog, "Next").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Take_HandsTheRoadOn()
    {
        var opening = await AddOpeningAsync();
        var dialog = await DrawAsync();

        Button(dialog, "Take this road: plan 2 from paragraph 3").Click();

        Assert.Equal((opening.Id, "She rows out."), (Assert.Single(_taken).StepId, _taken[0].Text));
    }

    [Theory]
    [InlineData("", "She waits.", "It stands in your own plan now.")]
    [InlineData("My words.", "My words.\n\nShe waits.", "It stands in your own plan now, below what you had written there.")]
    public async Task Use_PutsItIntoTheOwnPlanAndLosesNothing(string typed, string expected, string said)
    {
        await AddOpeningAsync();
        var view = await ViewAsync();
        view.Edits!.OwnPlan.Type(typed);
        var dialog = Draw(view);

        Button(dialog, "Put it into my own plan: plan 1 from paragraph 3").Click();

        Assert.Equal(expected, view.Edits.OwnPlan.Text);
        Assert.Equal(said, Said(dialog));
    }

    [Fact]
    public async Task Use_NoRoomForIt_SaysSoAndLeavesTheText()
    {
        await AddOpeningAsync();
        var view = await ViewAsync();
        view.Edits!.OwnPlan.Type(new string('x', StoryLimits.Plan - 5));
        var dialog = Draw(view);

        Button(dialog, "Put it into my own plan: plan 1 from paragraph 3").Click();

        Assert.Equal(StoryLimits.Plan - 5, view.Edits.OwnPlan.Text.Length);
        Assert.Equal("There is no room for it below what stands in your own plan.", Said(dialog));
    }

    [Fact]
    public async Task Open_WhileTheStoryIsWritten_SaysSoAndOffersNothing()
    {
        await AddOpeningAsync();

        var dialog = Draw(await ViewAsync() with { Live = DeskSamples.Live });

        Assert.Equal("The story is being written. A road can be taken when that has ended.", Said(dialog));
        Assert.All(dialog.FindAll("li button"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public async Task Open_EveryPlanWasFollowed_TeachesWhatIsKeptHere()
    {
        await _database.CommitAsync(new RunRequest(_storyId, RunKind.Opening), Written.Change(Written.Step() with { Plan = Plan.Opening, Plans = [] }));

        var dialog = await DrawAsync();

        Assert.StartsWith("Every plan so far was followed.", Said(dialog), StringComparison.Ordinal);
    }

    private async Task<Step> AddOpeningAsync() => (await _database.AddOpeningAsync(_storyId))[^1];

    private async Task<DeskView> ViewAsync()
    {
        var draft = await _database.Drafts.ReadAsync(_storyId);
        return new DeskView { State = DeskState.Ready, Draft = draft, Edits = DeskSamples.Edits(draft!.Head) };
    }

    private async Task<IRenderedComponent<RoadsDialog>> DrawAsync() => Draw(await ViewAsync());

    private IRenderedComponent<RoadsDialog> Draw(DeskView view)
    {
        var dialog = Render<RoadsDialog>(part => part.Add(roads => roads.View, view).Add(roads => roads.OnTake, _taken.Add));
        dialog.WaitForState(() => Said(dialog) != "Reading the roads…");
        return dialog;
    }

    private static string Said(IRenderedComponent<RoadsDialog> dialog) => dialog.Find("[role=status]").TextContent;

    private static IReadOnlyList<string> Texts(IRenderedComponent<RoadsDialog> dialog) => [.. dialog.FindAll("li .prose:not(.words)").Select(plan => plan.TextContent)];
}
