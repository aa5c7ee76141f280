using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Comparison;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Compare;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Compare;

public sealed class CompareStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private CompareStore _store = null!;
    private Step _opening = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _store = new CompareStore(_database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        _opening = (await _database.AddOpeningAsync((await _database.AddStoryAsync()).Id))[^1];
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Open_TwoBranches_FindsWhereTheyPartAndPairsWhatComesAfter()
    {
        var shared = await _database.AddStepAsync(_opening, "Shared.");
        var left = await AddAsync(shared, "Left five.", "Left six.", "Left seven.");
        var right = await AddAsync(shared, "Right five.");

        var two = (await _store.OpenAsync(left.Id, right.Id))!;
        var pairs = await _store.ReadPairsAsync(two, 5, 14);

        Assert.Equal((4, 7, 7, 5), (two.Common, two.Last, two.Left.Number, two.Right.Number));
        Assert.Equal(("Memory after: Left seven.", "Memory after: Right five."), (two.Left.Memory, two.Right.Memory));
        Assert.Equal([("Left five.", "Right five."), ("Left six.", null), ("Left seven.", null)], pairs.Select(pair => (pair.Left?.Text, pair.Right?.Text)));
        Assert.Null(pairs[1].Difference);
    }

    [Fact]
    public async Task ReadPairs_APageOfTheCommonBeginning_IsTheSameOnBothSides()
    {
        var two = (await _store.OpenAsync((await AddAsync(_opening, "Left.")).Id, (await AddAsync(_opening, "Right.")).Id))!;

        var pairs = await _store.ReadPairsAsync(two, 1, two.Common);

        Assert.Equal([1, 2, 3], pairs.Select(pair => pair.Number));
        Assert.All(pairs, pair => Assert.Equal((pair.Left, Alikeness.Same), (pair.Right, pair.Difference!.Alikeness)));
    }

    [Fact]
    public async Task Open_TheSameBranchTwice_DiffersNowhere()
    {
        var two = (await _store.OpenAsync(_opening.Id, _opening.Id))!;

        Assert.True(two.IsSame);
        Assert.Equal((3, 3), (two.Common, two.Last));
        Assert.Empty(await _store.ReadPairsAsync(two, 4, 13));
    }

    [Fact]
    public async Task Open_ABranchAndItsOwnBeginning_HasPairsOnOneSideOnly()
    {
        var longer = await AddAsync(_opening, "Four.", "Five.");

        var two = (await _store.OpenAsync(_opening.Id, longer.Id))!;

        Assert.Equal((3, 5), (two.Common, two.Last));
        Assert.All(await _store.ReadPairsAsync(two, 4, 5), pair => Assert.Null(pair.Left));
    }

    [Fact]
    public async Task Open_BranchesOfDifferentStories_IsRefused()
    {
        var elsewhere = (await _database.AddOpeningAsync((await _database.AddStoryAsync()).Id))[^1];

        await Assert.ThrowsAsync<ArgumentException>(() => _store.OpenAsync(_opening.Id, elsewhere.Id));
    }

    [Fact]
    public async Task Open_AStepThatIsNotThere_IsNull() => Assert.Null(await _store.OpenAsync(_opening.Id, Guid.NewGuid()));

    [Fact]
    public async Task ReadPairs_ALockedParagraph_IsKnownAsLocked()
    {
        var left = await AddAsync(_opening, "Left.");
        var right = await AddAsync(_opening, "Right.");
        await _database.Writes.WriteAsync(async db => (await db.MarksOfAsync(left.Id)).IsLocked = true);
        var two = (await _store.OpenAsync(left.Id, right.Id))!;

        Assert.Equal((true, false), ((await _store.ReadPairsAsync(two, 4, 4))[0].Left!.IsLocked, (await _store.ReadPairsAsync(two, 4, 4))[0].Right!.IsLocked));
        Assert.Equal((true, false), (await _store.IsLockedAsync(left.Id), await _store.IsLockedAsync(right.Id)));
    }

    [Fact]
    public async Task Open_AForkThousandsOfStepsBack_IsFoundAndReadAPageAtATime()
    {
        var left = await GrowAsync("Left", 3_000);
        var right = await GrowAsync("Right", 2_000);

        var two = (await _store.OpenAsync(left.Id, right.Id))!;
        var pairs = await _store.ReadPairsAsync(two, 1_999, 2_008);

        Assert.Equal((3, 3_003, 2_003), (two.Common, two.Left.Number, two.Right.Number));
        Assert.Equal(Enumerable.Range(1_999, 10), pairs.Select(pair => pair.Number));
        Assert.Equal(("Left 2000.", "Right 2000.", null), (pairs[4].Left!.Text, pairs[4].Right!.Text, pairs[5].Right));
    }

    /// <summary>A branch of many steps after the opening, stored at once.</summary>
    private async Task<Step> GrowAsync(string word, int length)
    {
        var steps = Enumerable.Range(1, length).Select(number => Written.Step($"{word} {number}.") with { Plans = [], Vector = null });
        var request = new RunRequest(_opening.StoryId, RunKind.Step) { ParentId = _opening.Id, Plan = new Plan("Go on.", PlanSource.Own) };
        return (await _database.CommitAsync(request, Written.Change([.. steps])))[^1];
    }

    private async Task<Step> AddAsync(Step parent, params string[] paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            parent = await _database.AddStepAsync(parent, paragraph);
        }

        return parent;
    }
}
