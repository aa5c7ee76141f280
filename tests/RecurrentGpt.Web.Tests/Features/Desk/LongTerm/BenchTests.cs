using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk.LongTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.LongTerm;

public sealed class BenchTests : IAsyncLifetime
{
    private TestBench _test = null!;

    private Bench Bench => _test.Bench;

    private IEnumerable<int> Shown => Bench.List.Shown.Select(weighed => weighed.Entry.Number);

    public async Task InitializeAsync() => _test = await TestBench.OpenAsync();

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Fact]
    public async Task Open_WithoutAPlan_ShowsAllInStoryOrderAndPaysNothing()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);

        Assert.Equal([1, 2, 3, 4, 5], Shown);
        Assert.False(Bench.IsWeighed);
        Assert.Empty(_test.Embedder.Requests);
    }

    [Fact]
    public async Task Open_WithThePlanTheAuthorWasIn_AsksNobodyUntilItIsChosen()
    {
        await Bench.OpenAsync(_test.View, plan: 1, default);
        var (asked, unasked) = (_test.Embedder.Requests.Count, Bench.Look!.IsUnasked);

        await Bench.ChooseAsync(1, default);

        Assert.Equal((0, true, 1), (asked, unasked, Bench.Plan));
        Assert.Equal(["Mara cuts the rope."], Assert.Single(_test.Embedder.Requests));
        Assert.True(Bench.IsWeighed);
    }

    [Fact]
    public async Task Choose_APlan_ShowsTheNearestFirstAndWhatARunWouldRecall()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);

        await Bench.ChooseAsync(1, default);

        var scores = Bench.List.Shown.Select(weighed => weighed.Score!.Value).ToList();
        var head = _test.View.Draft!.Head!.Id;
        var memory = _test.Shelf.Find(_test.View.Draft.Story.Id)!;
        var recall = memory.Recall(head, memory.Plans.Find("Mara cuts the rope."), _test.View.Draft.Story.Settings.RecallCount);
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(
            recall.Entries.Select(entry => entry.Step).Order(),
            Bench.Look!.Weighing.Entries.Where(weighed => weighed.Sent is not null).Select(weighed => weighed.Entry.Number));
    }

    [Fact]
    public async Task Refresh_AfterAPlanThatCouldNotBeEmbedded_StillSaysWhyAndAsksNobody()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);
        _test.Embedder.Failure = new StepFailure(FailureKind.Unreachable);
        await Bench.ChooseAsync(1, default);

        await Bench.RefreshAsync(default);

        Assert.Equal((FailureKind.Unreachable, true), (Bench.Look!.Failure!.Kind, Bench.IsWeighed));
        Assert.Single(_test.Embedder.Requests);
    }

    [Fact]
    public async Task Choose_TheSamePlanAgain_IsPaidOnce()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);

        await Bench.ChooseAsync(2, default);
        await Bench.ChooseAsync(null, default);
        await Bench.ChooseAsync(2, default);

        Assert.Single(_test.Embedder.Requests);
    }

    [Fact]
    public async Task Choose_WhenTheEmbeddingFails_HasNoScoresAndSaysWhy()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);
        _test.Embedder.Failure = new StepFailure(FailureKind.RateLimited);

        await Bench.ChooseAsync(1, default);

        Assert.Equal(FailureKind.RateLimited, Bench.Look!.Failure!.Kind);
        Assert.All(Bench.Look.Weighing.Entries, weighed => Assert.Null(weighed.Score));
    }

    [Fact]
    public async Task Search_ForWords_FindsEntriesThatHaveThemAll()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);

        Bench.Search = "ROPE mara";
        var both = Shown.ToList();
        Bench.Search = "4";
        var number = Shown.ToList();
        Bench.Search = "dragon";

        Assert.Equal([1], both);
        Assert.Equal([4], number);
        Assert.Empty(Shown);
    }

    [Fact]
    public async Task Save_AChange_StoresItAndIsNotIndexed()
    {
        _test.Embedder.Failure = new StepFailure(FailureKind.Unreachable);
        await Bench.OpenAsync(_test.View, plan: null, default);
        Bench.Edit(_test.Weighed(2).Entry);
        Bench.Type(Draft(2), "The lamp goes out for ever.");

        await Bench.SaveAsync(Draft(2));

        Assert.Null(Bench.DraftOf(_test.Weighed(2).Entry.StepId));
        Assert.Equal("The lamp goes out for ever.", (await _test.EntryAsync(2)).Text);
        Assert.False(_test.Weighed(2).IsIndexed);
    }

    [Fact]
    public async Task Save_AChange_EmbedsThatEntryOnly()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);
        Bench.Edit(_test.Weighed(2).Entry);
        Bench.Type(Draft(2), "The lamp goes out for ever.");

        await Bench.SaveAsync(Draft(2));
        await _test.UntilIndexedAsync();
        await Bench.RefreshAsync(default);

        Assert.Equal(["The lamp goes out for ever."], Assert.Single(_test.Embedder.Requests));
        Assert.True(_test.Weighed(2).IsIndexed);
        Assert.NotNull((await _test.EntryAsync(2)).Vector);
    }

    [Fact]
    public async Task Save_WhenAnotherTabWasFirst_ShowsBothAndSavesOnlyKnowingly()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);
        Bench.Edit(_test.Weighed(2).Entry);
        Bench.Type(Draft(2), "My text.");
        await _test.Entries.SaveAsync(_test.Weighed(2).Entry.StepId, "Their text.", version: 0);

        await Bench.SaveAsync(Draft(2));
        var (other, stored) = (Draft(2).Other, (await _test.EntryAsync(2)).Text);
        await Bench.SaveAsync(Draft(2));

        Assert.Equal(("Their text.", "Their text."), (other, stored));
        Assert.Equal("My text.", (await _test.EntryAsync(2)).Text);
    }

    [Fact]
    public async Task Save_AChangeThatTheSearchNoLongerFinds_KeepsTheEntryInSight()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);
        Bench.Search = "lamp";
        Bench.Edit(_test.Weighed(2).Entry);
        Bench.Type(Draft(2), "It is dark.");

        await Bench.SaveAsync(Draft(2));
        var kept = Shown.ToList();
        Bench.Search = "lamp ";

        Assert.Equal([2], kept);
        Assert.Empty(Shown);
    }

    [Fact]
    public async Task Save_WhenOnlyThePinChangedMeanwhile_IsNoConflict()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);
        Bench.Edit(_test.Weighed(2).Entry);
        Bench.Type(Draft(2), "My text.");
        await _test.Entries.PinAsync(_test.Weighed(2).Entry.StepId, isPinned: true);

        await Bench.SaveAsync(Draft(2));

        Assert.Equal(("My text.", true), ((await _test.EntryAsync(2)).Text, (await _test.EntryAsync(2)).Pinned));
    }

    [Fact]
    public async Task Save_WhatTheStoreRefuses_KeepsTheTextAndSaysSo()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);
        Bench.Edit(_test.Weighed(2).Entry);
        Bench.Type(Draft(2), " ");

        await Bench.SaveAsync(Draft(2));

        Assert.True(Bench.IsFailed);
        Assert.Equal(" ", Draft(2).Text);
    }

    [Fact]
    public async Task PinBanAndRestore_ChangeWhatWouldBeSent()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);
        await Bench.ChooseAsync(3, default);

        await Bench.PinAsync(_test.Weighed(5).Entry);
        await Bench.BanAsync(_test.Weighed(1).Entry);
        Bench.Edit(_test.Weighed(3).Entry);
        Bench.Type(Draft(3), "Changed.");
        await Bench.SaveAsync(Draft(3));
        await Bench.RestoreAsync(_test.Weighed(3).Entry);

        Assert.Equal(RecallReason.Pinned, _test.Weighed(5).Sent);
        Assert.Equal(NotSentReason.Banned, _test.Weighed(1).NotSent);
        Assert.Equal(("A boy whistles.", null), (_test.Weighed(3).Entry.Text, _test.Weighed(3).Entry.Written));
    }

    [Fact]
    public async Task Open_WithSettingsThatCannotBeUsed_StillShowsTheEntries()
    {
        _test.SettingsFailure = new StepFailure(FailureKind.Unauthorized);

        await Bench.OpenAsync(_test.View, plan: 1, default);

        Assert.Equal([1, 2, 3, 4, 5], Shown);
        Assert.Equal(FailureKind.Unauthorized, Bench.Look!.Failure!.Kind);
    }

    [Fact]
    public async Task UsesOf_AnEntry_NamesTheStepsThatRecalledIt()
    {
        await Bench.OpenAsync(_test.View, plan: null, default);

        var uses = Bench.UsesOf(_test.Steps[0].Id).ToList();

        Assert.Equal<(int, int, double?, RecallReason)>(
            [(2, 1, 0.5, RecallReason.Similar), (3, 1, 0.5, RecallReason.Similar), (4, 1, null, RecallReason.Similar), (5, 1, 0.5, RecallReason.Pinned)],
            uses.Select(use => (use.Step, use.Entry, use.Score, use.Reason)));
        Assert.Equal(_test.Steps[1].RunId, uses[0].RunId);
        Assert.Empty(Bench.UsesOf(_test.Steps[1].Id));
    }

    private EntryDraft Draft(int number) => Bench.DraftOf(_test.Weighed(number).Entry.StepId) ?? throw new InvalidOperationException("It is not being edited.");
}
