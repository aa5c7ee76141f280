using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

public sealed class EstimateReaderTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private EstimateReader _reader = null!;
    private Story _story = null!;
    private Step _head = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _reader = new EstimateReader(_database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        _story = await _database.AddStoryAsync();
        _head = (await _database.AddOpeningAsync(_story.Id))[^1];
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_OnlyAnOpening_MeasuresNothingAndCountsThePrompt()
    {
        var basis = await ReadAsync();

        Assert.Empty(basis.Steps);
        Assert.True(basis.PromptTokens > 1_024);
    }

    [Fact]
    public async Task Read_ManySteps_TakesTheLatestTen()
    {
        for (var i = 1; i <= 12; i++)
        {
            await AddStepAsync(new TokenUsage(i, 1, 0), "model");
        }

        Assert.Equal(Enumerable.Range(3, 10).Reverse().Select(tokens => (long)tokens), (await ReadAsync()).Steps.Select(usage => usage.Input));
    }

    [Fact]
    public async Task Read_StepsOfTheSampleWriter_CountOnlyForTheSampleWriter()
    {
        await AddStepAsync(new TokenUsage(5, 1, 0), SampleWriter.Name);
        await AddStepAsync(new TokenUsage(7, 1, 0), "model");

        Assert.Equal([7], (await ReadAsync()).Steps.Select(usage => usage.Input));
        Assert.Equal([5], (await ReadAsync(isSample: true)).Steps.Select(usage => usage.Input));
    }

    [Fact]
    public async Task Read_ChoicesAndJudgements_AreMeasuredByThemselves()
    {
        await AddAsideAsync(RunKind.Choice, ExchangePurpose.Choice, new TokenUsage(400, 90, 0));
        await AddAsideAsync(RunKind.Judgement, ExchangePurpose.Judgement, new TokenUsage(200, 20, 0));

        var basis = await ReadAsync();

        Assert.Equal((400, 200), (Assert.Single(basis.Choices).Input, Assert.Single(basis.Judgements).Input));
    }

    private Task<EstimateBasis> ReadAsync(bool isSample = false) => _reader.ReadAsync(_story, _head, isSample, CancellationToken.None);

    private async Task AddStepAsync(TokenUsage usage, string model)
    {
        var plan = new Plan("Go on.", PlanSource.Picked);
        var step = Written.Step() with { Plan = plan, Usage = usage, Model = model };
        _head = (await _database.CommitAsync(new RunRequest(_story.Id, RunKind.Step) { ParentId = _head.Id, Plan = plan }, Written.Change(step))).Single();
    }

    private async Task AddAsideAsync(RunKind kind, ExchangePurpose purpose, TokenUsage usage) => await _database.CommitAsync(
        new RunRequest(_story.Id, kind) { ParentId = _head.Id },
        new StoryChange { Exchanges = [Written.Exchange with { Purpose = purpose, Usage = usage }] });
}
