using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class StoryStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Story _story = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync(title: "");
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Commit_Opening_StoresStepsAndMovesTheHead()
    {
        var steps = await _database.AddOpeningAsync(_story.Id);

        var story = await _database.Store.FindStoryAsync(_story.Id, default);
        Assert.Equal([1, 2, 3], steps.Select(step => step.Number));
        Assert.Equal([null, steps[0].Id, steps[1].Id], steps.Select(step => step.ParentId));
        Assert.Equal(steps[2].Id, story!.HeadId);
        Assert.Equal("Named by the opening", story.Card.Title);
        Assert.Equal("Light, search, answer.", story.Card.Outline);
    }

    [Fact]
    public async Task FindStep_AfterCommit_GivesBackEveryField()
    {
        var opening = await _database.AddOpeningAsync(_story.Id);
        var written = Written.Step();
        var request = new RunRequest(_story.Id, RunKind.Step) { ParentId = opening[^1].Id, Plan = written.Plan };

        var stored = (await _database.CommitAsync(request, Written.Change(written))).Single();

        var read = await _database.Store.FindStepAsync(written.Id, default);
        Assert.Equivalent(stored, read, strict: true);
        Assert.Equal(written.Recalled, read!.Recalled);
        Assert.Equal(written.Settings, read.Settings);
        Assert.Equal(written.Plans, read.Plans.Select(plan => plan.Text));
        Assert.Equal(written.Usage, read.Usage);
        Assert.Equal(_database.Clock.GetUtcNow(), read.WrittenAt);
    }

    [Fact]
    public async Task Commit_FaultInTheMiddle_LeavesNothing()
    {
        var opening = await _database.AddOpeningAsync(_story.Id);
        var runId = Guid.CreateVersion7();
        await _database.Store.ClaimAsync(runId, new RunRequest(_story.Id, RunKind.Step) { ParentId = opening[^1].Id }, default);
        var fresh = Written.Step();
        var twice = Written.Step() with { Id = opening[0].Id };

        await Assert.ThrowsAsync<DbUpdateException>(() => _database.Store.CommitAsync(runId, Written.Change(fresh, twice), default));

        await using var db = _database.Read();
        Assert.Equal(3, await db.Steps.CountAsync());
        Assert.Equal(3, await db.MemoryEntries.CountAsync());
        Assert.Equal(3, await db.Plans.CountAsync());
        Assert.Equal(1, await db.Exchanges.CountAsync());
        Assert.Equal(opening[^1].Id, (await db.Stories.SingleAsync()).HeadId);
        Assert.Equal(RunState.Running, (await db.Runs.SingleAsync(run => run.Id == runId)).State);
    }

    [Fact]
    public async Task Commit_SecondTime_IsRefusedAndChangesNothing()
    {
        var runId = Guid.CreateVersion7();
        await _database.Store.ClaimAsync(runId, new RunRequest(_story.Id, RunKind.Opening), default);
        await _database.Store.CommitAsync(runId, Written.Opening(), default);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.Store.CommitAsync(runId, Written.Opening(), default));

        await using var db = _database.Read();
        Assert.Equal(3, await db.Steps.CountAsync());
    }

    [Fact]
    public async Task Commit_StoryHasATitle_KeepsIt()
    {
        var named = await _database.AddStoryAsync("Mine");

        await _database.AddOpeningAsync(named.Id);

        Assert.Equal("Mine", (await _database.Store.FindStoryAsync(named.Id, default))!.Card.Title);
    }

    [Fact]
    public async Task Commit_NewPlans_OffersThemAndKeepsTheOlderSet()
    {
        var opening = await _database.AddOpeningAsync(_story.Id);
        var request = new RunRequest(_story.Id, RunKind.NewPlans) { ParentId = opening[^1].Id };

        await _database.CommitAsync(request, Written.Change() with { Plans = Written.Plans("One.", "Two.", "Three.") });

        var head = await _database.Store.FindStepAsync(opening[^1].Id, default);
        await using var db = _database.Read();
        Assert.Equal(["One.", "Two.", "Three."], head!.Plans.Select(plan => plan.Text));
        Assert.Equal(opening[^1].PlansVersion + 1, head.PlansVersion);
        Assert.Equal(6, await db.Plans.CountAsync());
        Assert.Equal(head.Id, (await db.Stories.SingleAsync()).HeadId);
    }

    [Fact]
    public async Task Commit_OneNewPlan_KeepsTheOthersAsTheyStandAndALockedOneForGood()
    {
        var head = (await _database.AddOpeningAsync(_story.Id))[^1];
        await _database.Drafts.SavePlanAsync(head.Id, 1, "She waits, and counts.", head.PlansVersion);
        await _database.Writes.WriteAsync(async db => (await db.Plans.SingleAsync(plan => plan.StepId == head.Id && plan.Number == 3)).Locked = true);
        var request = new RunRequest(_story.Id, RunKind.NewPlans) { ParentId = head.Id, PlanNumber = 2, Text = "quieter" };

        await _database.CommitAsync(request, Written.Change() with { Plans = new Dictionary<int, string> { [2] = "She listens.", [3] = "She runs." } });

        var plans = (await _database.Store.FindStepAsync(head.Id, default))!.Plans;
        Assert.Equal(["She waits, and counts.", "She listens.", "She turns back."], plans.Select(plan => plan.Text));
        Assert.Equal([true, false, false], plans.Select(plan => plan.IsEdited));
        Assert.Equal([false, false, true], plans.Select(plan => plan.IsLocked));
    }

    [Fact]
    public async Task Commit_NewSummary_ReplacesTheEntryAndItsVector()
    {
        var head = (await _database.AddOpeningAsync(_story.Id))[^1];
        var saved = await _database.Drafts.SaveParagraphAsync(head.Id, "Nobody had come, they said.", head.Version);
        Assert.True((await EntryAsync(head.Id)).IsOutdated);

        await _database.CommitAsync(Reread(head.Id), Written.Change() with
        {
            Summary = new NewSummary("They say that nobody came.", saved.Version) { Vector = new[] { 0f, 1f }, EmbeddingModel = "local/2" },
        });

        var entry = await EntryAsync(head.Id);
        Assert.Equal(("They say that nobody came.", null, false), (entry.Text, entry.Written, entry.IsOutdated));
        Assert.Equal([0f, 1f], entry.Vector!.Value.ToArray());
    }

    [Fact]
    public async Task Commit_NewSummaryOfAnEntryWrittenByHand_LaysItBesideTheAuthorsWords()
    {
        var head = (await _database.AddOpeningAsync(_story.Id))[^1];
        await _database.Writes.WriteAsync(async db =>
        {
            var row = await db.MemoryEntries.SingleAsync(entry => entry.StepId == head.Id);
            (row.WrittenSummary, row.Summary) = (row.Summary, "My own words.");
            return true;
        });

        await _database.CommitAsync(Reread(head.Id), Written.Change() with { Summary = new NewSummary("They say that nobody came.", 0) });

        var entry = await EntryAsync(head.Id);
        Assert.Equal(("My own words.", "They say that nobody came."), (entry.Text, entry.Written));
        Assert.NotNull(entry.Vector);
    }

    [Fact]
    public async Task Commit_ProposalAndCoverage_AreKeptAndChangeNothingElse()
    {
        var head = (await _database.AddOpeningAsync(_story.Id))[^1];
        var coverage = new PlanCoverage(0, [new CoveredSentence("Go down.", CoverageMark.Partly, "had come")]);
        var request = new RunRequest(_story.Id, RunKind.Rewrite) { ParentId = head.Id, Text = "tighter", Passage = new PassageRange(0, 6, 0) };

        await _database.CommitAsync(request, Written.Change() with { Coverage = coverage, Proposal = new Dictionary<Section, string> { [Section.Paragraph] = "No one" } });

        var read = await _database.Store.FindStepAsync(head.Id, default);
        await using var db = _database.Read();
        var run = (await db.Runs.SingleAsync(row => row.Kind == RunKind.Rewrite)).ToRun();
        Assert.Equivalent(coverage, read!.Coverage, strict: true);
        Assert.Equal(head.Paragraph, read.Paragraph);
        Assert.Equal("No one", run.Arrived[Section.Paragraph]);
        Assert.Equal(request.Passage, run.Request.Passage);
    }

    [Fact]
    public async Task Claim_WhileAnotherRuns_IsRefused()
    {
        var request = new RunRequest(_story.Id, RunKind.Opening);
        var first = await _database.Store.ClaimAsync(Guid.CreateVersion7(), request, default);

        var second = await _database.Store.ClaimAsync(Guid.CreateVersion7(), request, default);

        Assert.Equal(RunState.Running, first!.State);
        Assert.Null(second);
    }

    [Fact]
    public async Task Claim_StoryOrParentIsNotThere_Throws()
    {
        var noStory = new RunRequest(Guid.CreateVersion7(), RunKind.Opening);
        var noParent = new RunRequest(_story.Id, RunKind.Step) { ParentId = Guid.CreateVersion7() };

        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.Store.ClaimAsync(Guid.CreateVersion7(), noStory, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.Store.ClaimAsync(Guid.CreateVersion7(), noParent, default));
    }

    [Fact]
    public async Task End_AfterFailure_KeepsPartialFailureAndReplies()
    {
        var runId = Guid.CreateVersion7();
        var failure = new StepFailure(FailureKind.RateLimited, "Slow down.") { RetryAfter = TimeSpan.FromSeconds(90) };
        await _database.Store.ClaimAsync(runId, new RunRequest(_story.Id, RunKind.Opening), default);
        var end = new RunEnd(RunState.Failed, failure, "Half a sen")
        {
            Arrived = new Dictionary<Section, string> { [Section.Memory] = "The lamp burns." },
            Exchanges = [Written.Exchange with { Failure = failure }],
        };

        await _database.Store.EndAsync(runId, end, default);

        var draft = await _database.Drafts.ReadAsync(_story.Id);
        Assert.Equal(failure, draft!.Leftover!.Failure);
        Assert.Equal("Half a sen", draft.Leftover.Partial);
        Assert.Equal("The lamp burns.", draft.Leftover.Arrived[Section.Memory]);
        Assert.Equivalent(new[] { Written.Exchange with { Failure = failure } }, await _database.Drafts.ReadExchangesAsync(runId), strict: true);
    }

    [Fact]
    public async Task End_AfterCommit_LeavesTheRunDone()
    {
        var runId = Guid.CreateVersion7();
        await _database.Store.ClaimAsync(runId, new RunRequest(_story.Id, RunKind.Opening), default);
        await _database.Store.CommitAsync(runId, Written.Opening(), default);

        await _database.Store.EndAsync(runId, new RunEnd(RunState.Stopped, null, "late"), default);

        await using var db = _database.Read();
        var run = await db.Runs.SingleAsync();
        Assert.Equal((RunState.Done, ""), (run.State, run.Partial));
    }

    [Fact]
    public async Task ReadEntries_AllBranches_WithTheirVectors()
    {
        var opening = await _database.AddOpeningAsync(_story.Id);
        var left = await _database.AddStepAsync(opening[^1], "Left.");
        await _database.Drafts.UndoAsync(_story.Id);
        var right = await _database.AddStepAsync(opening[^1], "Right.");

        var entries = await _database.Store.ReadEntriesAsync(_story.Id, default);

        var branches = entries.Where(entry => entry.ParentId == opening[^1].Id).ToList();
        Assert.Equal(5, entries.Count);
        Assert.Equal([left.Id, right.Id], branches.Select(entry => entry.StepId).Order());
        Assert.All(entries, entry => Assert.Equal([0.6f, 0.8f], entry.Vector!.Value.ToArray()));
        Assert.All(entries, entry => Assert.Equal("local/2", entry.EmbeddingModel));
    }

    [Fact]
    public async Task SaveVectors_TextIsStillTheOneEmbedded_StoresThemAndLeavesTheRest()
    {
        var opening = await _database.AddOpeningAsync(_story.Id);
        EntryVector[] vectors =
        [
            new(opening[0].Id, "Summary: The lamp was lit.", new[] { 1f, 0f, 0f }),
            new(opening[1].Id, "A text that was changed meanwhile.", new[] { 0f, 1f, 0f }),
        ];

        await _database.Store.SaveVectorsAsync("other/3", vectors, default);

        var entries = (await _database.Store.ReadEntriesAsync(_story.Id, default)).OrderBy(entry => entry.Number).ToList();
        Assert.Equal(["other/3", "local/2", "local/2"], entries.Select(entry => entry.EmbeddingModel));
        Assert.Equal([1f, 0f, 0f], entries[0].Vector!.Value.ToArray());
        Assert.Equal([0.6f, 0.8f], entries[1].Vector!.Value.ToArray());
        Assert.Equal(0, entries[0].Version);
    }

    [Fact]
    public async Task ReadEntries_VectorsOfSeveralLengthsAndNone_AreEachAsStored()
    {
        float[]?[] vectors = [null, [1f, 0f, 0f], [0.5f], [0f, 1f, 0f], [.. Enumerable.Range(0, 2_000).Select(value => (float)value)]];
        var steps = vectors.Select((vector, at) => Written.Step($"Paragraph {at}.") with { Vector = vector is null ? default(ReadOnlyMemory<float>?) : vector, EmbeddingModel = $"model/{vector?.Length}" }).ToArray();
        await _database.CommitAsync(new RunRequest(_story.Id, RunKind.Opening), Written.Change(steps));

        var entries = (await _database.Store.ReadEntriesAsync(_story.Id, default)).OrderBy(entry => entry.Number).ToList();

        Assert.Equal(steps.Select(step => (step.Id, step.Summary)), entries.Select(entry => (entry.StepId, entry.Text)));
        Assert.Equal([null, .. entries.Select(entry => (Guid?)entry.StepId).SkipLast(1)], entries.Select(entry => entry.ParentId));
        Assert.Equal(["", "model/3", "model/1", "model/3", "model/2000"], entries.Select(entry => entry.EmbeddingModel));
        Assert.All(vectors.Zip(entries), pair => Assert.Equal(pair.First, pair.Second.Vector?.ToArray()));
    }

    private RunRequest Reread(Guid stepId) => new(_story.Id, RunKind.Reread) { ParentId = stepId, HeadId = stepId, Text = "Nobody had come." };

    private async Task<MemoryEntry> EntryAsync(Guid stepId) => (await _database.Store.ReadEntriesAsync(_story.Id, default)).Single(entry => entry.StepId == stepId);
}
