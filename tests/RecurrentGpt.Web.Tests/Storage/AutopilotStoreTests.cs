using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class AutopilotStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Step _head = null!;

    private Guid StoryId => _head.StoryId;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        var story = await _database.AddStoryAsync();
        _head = (await _database.AddOpeningAsync(story.Id))[^1];
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task FindLatest_NeverHadOne_IsNull() => Assert.Null(await _database.Autopilots.FindLatestAsync(StoryId, default));

    [Fact]
    public async Task Save_AllOfIt_IsFoundAgain()
    {
        var record = await BeginAsync();
        var changed = record with
        {
            Order = new AutopilotOrder { Steps = 7, Author = AuthorKind.Random, Seed = 3, StopCondition = "until the letter is opened", MostTokens = 9, MostCost = 1.25m, MostTime = TimeSpan.FromHours(2) },
            State = AutopilotState.Blown,
            Worked = TimeSpan.FromMinutes(3),
            Fuse = new BlownFuse(FuseKind.Repetition) { Passage = "Rain fell.", Source = "Rain had fallen.", SourceNumber = 2, Failure = new StepFailure(FailureKind.CutOff, "half") },
        };

        await _database.Autopilots.SaveAsync(changed, default);

        Assert.Equal(changed, await _database.Autopilots.FindLatestAsync(StoryId, default));
    }

    [Fact]
    public async Task Begin_OneRunsAlready_IsRefused()
    {
        await BeginAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(BeginAsync);
    }

    [Fact]
    public async Task Begin_StoryIsDeleted_IsRefused()
    {
        await _database.Library.DeleteAsync(StoryId);

        await Assert.ThrowsAsync<InvalidOperationException>(BeginAsync);
    }

    [Theory]
    [InlineData(AutopilotState.Paused, AutopilotState.Stopped)]
    [InlineData(AutopilotState.Blown, AutopilotState.Stopped)]
    [InlineData(AutopilotState.Interrupted, AutopilotState.Stopped)]
    [InlineData(AutopilotState.Done, AutopilotState.Done)]
    public async Task Begin_AnEarlierOne_EndsForGoodIfItWasHeld(AutopilotState earlier, AutopilotState expected)
    {
        var first = await BeginAsync();
        await _database.Autopilots.SaveAsync(first with { State = earlier }, default);

        var second = await BeginAsync();

        await using var db = _database.Read();
        Assert.Equal(expected, db.Autopilots.Single(row => row.Id == first.Id).State);
        Assert.Equal(second.Id, (await _database.Autopilots.FindLatestAsync(StoryId, default))!.Id);
    }

    [Fact]
    public async Task ReadSpent_NothingYet_IsNothing()
    {
        var record = await BeginAsync();

        Assert.Equal(AutopilotSpent.Nothing, await _database.Autopilots.ReadSpentAsync(record.Id, default));
    }

    [Fact]
    public async Task ReadSpent_ChoiceFailureAndStep_MakeTheDearestStep()
    {
        var record = await BeginAsync();
        await AddAsync(record, RunKind.Choice, Used(100, 10, 50));
        await FailAsync(record, Used(200, 20, 0));
        var first = await AddAsync(record, RunKind.Step, Used(1_000, 100, 500));
        await AddAsync(record, RunKind.Judgement, Used(30, 3, 0), first);
        await AddAsync(record, RunKind.Step, Used(300, 30, 0), first);
        await AddAsync(record, RunKind.Choice, Used(7_000, 700, 0), first);

        var spent = await _database.Autopilots.ReadSpentAsync(record.Id, default);

        Assert.Equal(new AutopilotSpent(2, new TokenUsage(8_630, 863, 550), 1_430, null, null), spent);
    }

    [Fact]
    public async Task ReadSpent_RunsOfOthers_AreNotCounted()
    {
        var record = await BeginAsync();
        await _database.AddStepAsync(_head);

        Assert.Equal(AutopilotSpent.Nothing, await _database.Autopilots.ReadSpentAsync(record.Id, default));
    }

    [Fact]
    public async Task ReadSpent_ProviderSaidNothing_IsEstimatedButWhatWasRefused()
    {
        var record = await BeginAsync();
        var refused = Written.Exchange with { Usage = null, Reply = "", Failure = new StepFailure(FailureKind.RateLimited) };
        await AddAsync(record, RunKind.Step, [refused, Written.Exchange with { Usage = null }]);

        var spent = await _database.Autopilots.ReadSpentAsync(record.Id, default);
        Assert.Equal(spent, await _database.Autopilots.ReadSpentAsync(record.Id, default));

        var sent = TokenEstimate.Of(Written.Exchange.System) + TokenEstimate.Of(Written.Exchange.User);
        Assert.Equal(new TokenUsage(sent, TokenEstimate.Of(Written.Exchange.Reply), 0), spent.Usage);
    }

    [Fact]
    public async Task ReadSpent_WithPrices_SaysTheCostAndThatOfTheDearestStep()
    {
        await PriceAsync();
        var record = await BeginAsync();
        var first = await AddAsync(record, RunKind.Step, Used(1_000_000, 0, 0));
        await AddAsync(record, RunKind.Step, Used(0, 500_000, 0), first);

        var spent = await _database.Autopilots.ReadSpentAsync(record.Id, default);

        Assert.Equal((7m, 5m), (spent.Cost, spent.MostCostOfAStep));
    }

    [Fact]
    public async Task ReadSpent_WithPricesAndNothingYet_CostsNothing()
    {
        await PriceAsync();
        var record = await BeginAsync();

        Assert.Equal(0, (await _database.Autopilots.ReadSpentAsync(record.Id, default)).Cost);
    }

    private static Exchange[] Used(long input, long output, long cached) => [Written.Exchange with { Usage = new TokenUsage(input, output, cached) }];

    private async Task<AutopilotRecord> BeginAsync()
    {
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        var now = _database.Clock.GetUtcNow();
        var record = new AutopilotRecord { Id = Guid.CreateVersion7(now), StoryId = StoryId, Order = new AutopilotOrder(), State = AutopilotState.Running, StartedAt = now };
        await _database.Autopilots.BeginAsync(record, default);
        return record;
    }

    private async Task<Step?> AddAsync(AutopilotRecord record, RunKind kind, Exchange[] exchanges, Step? parent = null)
    {
        var change = kind == RunKind.Step ? Written.Change(Written.Step()) : Written.Change();
        var request = new RunRequest(StoryId, kind) { ParentId = (parent ?? _head).Id, Plan = Written.Step().Plan, AutopilotId = record.Id };
        return (await _database.CommitAsync(request, change with { Exchanges = exchanges })).SingleOrDefault();
    }

    private async Task FailAsync(AutopilotRecord record, Exchange[] exchanges)
    {
        var runId = Guid.CreateVersion7();
        await _database.Store.ClaimAsync(runId, new RunRequest(StoryId, RunKind.Step) { ParentId = _head.Id, Plan = Written.Step().Plan, AutopilotId = record.Id }, default);
        await _database.Store.EndAsync(runId, new RunEnd(RunState.Failed, new StepFailure(FailureKind.CutOff), "") { Exchanges = exchanges }, default);
    }

    private Task PriceAsync() => _database.Services.GetRequiredService<ModelSettingsStore>().SaveAsync(
        new ModelSettings { Provider = ModelProvider.OpenAi, ChatModel = "gpt", EmbeddingModel = "small", Prices = new TokenPrices { InputPrice = 2, OutputPrice = 10 } }, default);
}
