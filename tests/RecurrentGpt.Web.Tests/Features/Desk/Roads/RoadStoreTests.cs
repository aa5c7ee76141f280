using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Roads;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Roads;

/// <summary>Which plans were never followed, read from real rows.</summary>
public sealed class RoadStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Story _story = null!;
    private IReadOnlyList<Step> _opening = [];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        _opening = await _database.AddOpeningAsync(_story.Id);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_AfterAnOpening_HasItsThreePlansAndNoneOfTheFirstTwoParagraphs()
    {
        var roads = await ReadAsync(_opening[^1]);

        Assert.Equal(["She waits.", "She rows out.", "She turns back."], roads.Select(road => road.Text));
        Assert.All(roads, road => Assert.Equal((_opening[^1].Id, 3, true, false, false), (road.StepId, road.Step, road.IsOnPath, road.IsReplaced, road.IsEdited)));
    }

    [Fact]
    public async Task Read_AFollowedPlan_IsNoRoad()
    {
        var step = await FollowAsync(_opening[^1], "She rows out.");

        var roads = await ReadAsync(step);

        Assert.Equal(["She waits.", "She turns back."], roads.Where(road => road.Step == 3).Select(road => road.Text));
    }

    [Fact]
    public async Task Read_APlanThatWasFollowedAsEditedOrAsOffered_IsNoRoad()
    {
        await _database.Drafts.SavePlanAsync(_opening[^1].Id, 1, "She waits for the tide.", _opening[^1].PlansVersion);
        await FollowAsync(_opening[^1], "She waits for the tide.");
        var head = await FollowAsync(_opening[^1], "She turns back.");
        await _database.Drafts.SavePlanAsync(_opening[^1].Id, 3, "She turns back at dusk.", (await FindAsync(_opening[^1])).PlansVersion);

        var roads = await ReadAsync(head);

        Assert.Equal(["She rows out."], roads.Where(road => road.Step == 3).Select(road => road.Text));
    }

    [Fact]
    public async Task Read_AnEditedPlan_IsTheAuthorsWordsAndSaysSo()
    {
        await _database.Drafts.SavePlanAsync(_opening[^1].Id, 2, "She rows out at night.", _opening[^1].PlansVersion);

        var road = (await ReadAsync(_opening[^1])).Single(road => road.Text.StartsWith("She rows", StringComparison.Ordinal));

        Assert.Equal(new Plan("She rows out at night.", PlanSource.Edited), road.ToPlan());
    }

    [Fact]
    public async Task Read_ReplacedPlans_AreThereOnceAndMarked()
    {
        await ReplaceAsync(_opening[^1], 2, "She dives.");
        await ReplaceAsync(_opening[^1], 2, "She sings.");

        var roads = await ReadAsync(_opening[^1]);

        Assert.Equal(
            [("She waits.", false), ("She sings.", false), ("She turns back.", false), ("She dives.", true), ("She rows out.", true)],
            roads.Select(road => (road.Text, road.IsReplaced)));
    }

    [Fact]
    public async Task Read_SeveralBranches_PutsTheDraftsOwnPathFirstAndThenTheNewest()
    {
        var left = await FollowAsync(await FollowAsync(_opening[^1], "Left."), "Left, on.");
        _database.Clock.Advance(TimeSpan.FromHours(1));
        var right = await FollowAsync(_opening[^1], "Right.");

        var onRight = (await ReadAsync(right)).Select(road => (road.Step, road.IsOnPath)).Distinct();
        var onLeft = (await ReadAsync(left)).Select(road => (road.Step, road.IsOnPath)).Distinct();

        Assert.Equal([(4, true), (3, true), (5, false), (4, false)], onRight);
        Assert.Equal([(5, true), (4, true), (3, true), (4, false)], onLeft);
    }

    [Fact]
    public async Task Read_AnotherStory_GivesNothingOfThisOne()
    {
        var other = await _database.AddStoryAsync();

        Assert.Empty((await Store.ReadAsync(other.Id, Guid.CreateVersion7())).Find(""));
    }

    [Fact]
    public async Task Find_FiveThousandSteps_FindsTheOneRoadAmongFifteenThousand()
    {
        const int length = 5_000;
        var steps = Enumerable.Range(4, length - 3).Select(number => Written.Step($"Paragraph {number}.") with
        {
            Plans = [$"Mara counts lamp {number} and goes home.", $"The ferry waits at stone {number}.", number == 2_000 ? "A heron speaks to the miller." : $"Tobin turns key {number}."],
        });
        var committed = await _database.CommitAsync(new RunRequest(_story.Id, RunKind.Step) { ParentId = _opening[^1].Id }, Written.Change([.. steps]));

        var book = await Store.ReadAsync(_story.Id, committed[^1].Id);
        var words = await Store.ReadFirstWordsAsync([committed[1_996].Id]);

        Assert.Equal(3 * (length - 2), book.Count);
        Assert.Equal(("A heron speaks to the miller.", 2_000), book.Find("miller heron") is [var road] ? (road.Text, road.Step) : default);
        Assert.Equal(length - 3, book.Find("ferry").Count);
        Assert.Equal(["Paragraph 2000."], words.Values);
    }

    [Fact]
    public async Task ReadFirstWords_LongParagraph_EndsBehindAWholeWord()
    {
        var step = await _database.AddStepAsync(_opening[^1], string.Concat(Enumerable.Repeat("lantern ", 60)));

        var words = (await Store.ReadFirstWordsAsync([step.Id]))[step.Id];

        Assert.EndsWith("lantern…", words, StringComparison.Ordinal);
        Assert.InRange(words.Length, 100, 161);
    }

    private RoadStore Store => ActivatorUtilities.CreateInstance<RoadStore>(_database.Services);

    private async Task<IReadOnlyList<Road>> ReadAsync(Step head) => (await Store.ReadAsync(_story.Id, head.Id)).Find("");

    private async Task<Step> FindAsync(Step step) => (await _database.Store.FindStepAsync(step.Id, default))!;

    private async Task<Step> FollowAsync(Step parent, string plan)
    {
        var followed = new Plan(plan, PlanSource.Picked);
        var request = new RunRequest(_story.Id, RunKind.Step) { ParentId = parent.Id, Plan = followed };
        return (await _database.CommitAsync(request, Written.Change(Written.Step($"After: {plan}") with { Plan = followed }))).Single();
    }

    private Task<IReadOnlyList<Step>> ReplaceAsync(Step step, int number, string plan) => _database.CommitAsync(
        new RunRequest(_story.Id, RunKind.NewPlans) { ParentId = step.Id, PlanNumber = number },
        Written.Change() with { Plans = new Dictionary<int, string> { [number] = plan } });
}
