using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Sent;

public sealed class SentStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SentStore _store = null!;
    private Story _story = null!;
    private Step _opening = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _store = new SentStore(_database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        _story = await _database.AddStoryAsync();
        _opening = (await _database.AddOpeningAsync(_story.Id))[^1];
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_NoSuchRun_IsNull() => Assert.Null(await _store.ReadAsync(Guid.NewGuid()));

    [Fact]
    public async Task Read_AStep_HasItsRequestsAndWhatTheyWereMadeOf()
    {
        var step = await _database.AddStepAsync(_opening);

        var sent = await _store.ReadAsync(step.RunId);

        Assert.Equivalent(new[] { Written.Exchange }, sent!.Exchanges, strict: true);
        Assert.Equal(step.Plan, sent.Run.Request.Plan);
        Assert.Equal("Nobody had come.", sent.LastParagraph);
        Assert.Equivalent(new SentStep(step.SentMemory, step.Recalled, 0, NewCharacter: true), sent.Step, strict: true);
    }

    [Fact]
    public async Task Read_AParagraphThatWasEditedSince_HasWhatStoodWhenTheRunBegan()
    {
        await _database.Drafts.SaveParagraphAsync(_opening.Id, "Edited before.", 0);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        var step = await _database.AddStepAsync(_opening);
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        var saved = await _database.Drafts.SaveParagraphAsync(_opening.Id, "Edited after.", 1);
        Assert.True(saved.Saved);

        var sent = await _store.ReadAsync(step.RunId);

        Assert.Equal("Edited before.", sent!.LastParagraph);
    }

    [Fact]
    public async Task ReadOthers_AreTheRunsThatWroteNoParagraphButSentSomething()
    {
        await _database.AddStepAsync(_opening);
        var plans = await EndedAsync(RunKind.NewPlans, [Written.Exchange]);
        await EndedAsync(RunKind.Step, []);
        var running = Guid.CreateVersion7();
        await _database.Store.ClaimAsync(running, new RunRequest(_story.Id, RunKind.Step) { ParentId = _opening.Id }, default);

        Assert.Equal([new OtherRun(plans, _opening.Id, RunKind.NewPlans)], await _store.ReadOthersAsync(_story.Id));
    }

    [Fact]
    public async Task Read_ARunThatFailed_HasItsRequestsAndNoStep()
    {
        var runId = await EndedAsync(RunKind.Step, [Written.Exchange]);

        var sent = await _store.ReadAsync(runId);

        Assert.Equal((1, null), (sent!.Exchanges.Count, sent.Step));
        Assert.Equal(new HeldTexts("M", "P", "L"), sent.Run.Request.Held);
    }

    private async Task<Guid> EndedAsync(RunKind kind, IReadOnlyList<Exchange> exchanges)
    {
        var runId = Guid.CreateVersion7();
        await _database.Store.ClaimAsync(runId, new RunRequest(_story.Id, kind) { ParentId = _opening.Id, Held = new HeldTexts("M", "P", "L") }, default);
        await _database.Store.EndAsync(runId, new RunEnd(RunState.Failed, null, "") { Exchanges = exchanges }, default);
        return runId;
    }
}
