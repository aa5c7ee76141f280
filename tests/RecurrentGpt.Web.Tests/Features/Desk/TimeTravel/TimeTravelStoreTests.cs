using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.TimeTravel;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.TimeTravel;

public sealed class TimeTravelStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TimeTravelStore _store = null!;
    private IReadOnlyList<Step> _opening = [];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _store = new TimeTravelStore(_database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        _opening = await _database.AddOpeningAsync((await _database.AddStoryAsync()).Id);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_NoSuchStep_IsNull()
    {
        Assert.Null(await _store.ReadAsync(Guid.NewGuid()));
        Assert.Empty(await _store.ReadDraftAsync(Guid.NewGuid(), 1, 9));
    }

    [Fact]
    public async Task Read_AnUntouchedStep_IsAsItStands()
    {
        var step = await _database.AddStepAsync(_opening[^1]);

        var past = (await _store.ReadAsync(step.Id))!;

        Assert.Equal((step.Number, step.RunId, step.Plan, step.Model, step.Usage, step.Elapsed), (past.Number, past.RunId, past.Plan, past.Model, past.Usage, past.Elapsed));
        Assert.Equal(new PastText(step.Paragraph, step.Paragraph), past.Paragraph);
        Assert.Equal(new PastText(step.WrittenMemory, step.WrittenMemory), past.Memory);
        Assert.Equal(["She waits.", "She rows out.", "She turns back."], past.Plans.Select(plan => plan.Text.Then));
        Assert.DoesNotContain(past.Plans, plan => plan.Text.IsOther);
        Assert.Equal(step.Recalled, past.Recalled);
        Assert.False(past.IsMemoryEdited);
        Assert.True(past.CanStandOn);
    }

    [Fact]
    public async Task Read_AStepThatWasChangedSince_HasBothTexts()
    {
        var step = await _database.AddStepAsync(_opening[^1], "As written.");
        await _database.Drafts.SaveParagraphAsync(step.Id, "Edited once.", 0);
        await _database.Drafts.SaveParagraphAsync(step.Id, "Edited twice.", 1);
        await _database.Drafts.SaveMemoryAsync(step.Id, "By hand.", 0);
        await _database.Drafts.SavePlanAsync(step.Id, 2, "She rows home.", 0);
        await _database.Drafts.SaveMemoryAsync(_opening[^1].Id, "Before, by hand.", 0);

        var past = (await _store.ReadAsync(step.Id))!;

        Assert.Equal(new PastText("As written.", "Edited twice."), past.Paragraph);
        Assert.Equal(new PastText("Memory after: As written.", "By hand."), past.Memory);
        Assert.True(past.IsMemoryEdited);
        Assert.Equal("Before, by hand.", past.GivenMemory!.Now);
        Assert.Equal([2], past.Plans.Where(plan => plan.Text.IsOther).Select(plan => plan.Number));
        Assert.Equal(new PastText("She rows out.", "She rows home."), past.Plans[1].Text);
    }

    [Fact]
    public async Task ReadDraft_AnAncestorEditedBeforeAndAfter_HasTheTextOfThatMoment()
    {
        var fourth = await _database.AddStepAsync(_opening[^1], "Four.");
        await EditLaterAsync(fourth.Id, "Four, edited.", 0);
        var fifth = await AddLaterAsync(fourth, "Five.");
        await EditLaterAsync(fourth.Id, "Four, edited again.", 1);
        await EditLaterAsync(fifth.Id, "Five, edited.", 0);
        var sixth = await AddLaterAsync(fifth, "Six.");

        var draft = await _store.ReadDraftAsync(fifth.Id, 4, 9);

        Assert.Equal([new PastText("Four, edited.", "Four, edited again."), new PastText("Five.", "Five, edited.")], draft.Select(paragraph => paragraph.Text));
        Assert.Equal(["Four.", "The lamp was lit."], [(await _store.ReadDraftAsync(fourth.Id, 4, 4))[0].Text.Then, (await _store.ReadDraftAsync(fourth.Id, 1, 1))[0].Text.Then]);
        Assert.Equal(["Four, edited again.", "Five, edited.", "Six."], (await _store.ReadDraftAsync(sixth.Id, 4, 6)).Select(paragraph => paragraph.Text.Then));
    }

    [Fact]
    public async Task Read_NewPlansSince_ShowsTheOnesThatCameWithTheStep()
    {
        var step = await _database.AddStepAsync(_opening[^1]);
        await NewPlansAsync(step, "She sings.", "She sleeps.", "She swims.");

        var past = (await _store.ReadAsync(step.Id))!;

        Assert.Equal(new PastText("She waits.", "She sings."), past.Plans[0].Text);
    }

    [Fact]
    public async Task Read_AParagraphThatCameWithoutPlans_HasNoneHoweverManyWereAskedForLater()
    {
        var plan = new Plan("Go down.", PlanSource.Own);
        var request = new RunRequest(_opening[^1].StoryId, RunKind.KeepByHand) { ParentId = _opening[^1].Id, Plan = plan, Text = "Kept." };
        var step = (await _database.CommitAsync(request, Written.Change(Written.Step("Kept.") with { Plan = plan, Plans = [] }))).Single();
        await NewPlansAsync(step, "She sings.");

        Assert.Empty((await _store.ReadAsync(step.Id))!.Plans);
    }

    [Fact]
    public async Task Read_AnOpening_WasGivenNothingAndOnlyItsEndCanBeStoodOn()
    {
        var past = await Task.WhenAll(_opening.Select(step => _store.ReadAsync(step.Id)));

        Assert.All(past, step => Assert.Null(step!.GivenMemory));
        Assert.Equal([false, false, true], past.Select(step => step!.CanStandOn));
    }

    [Fact]
    public async Task Read_ARecalledEntryThatWasChangedSince_IsNamed()
    {
        var recalled = new RecalledEntry(_opening[0].Id, 1, "A lamp, as it was sent.", 0.25, RecallReason.Similar);
        var request = new RunRequest(_opening[^1].StoryId, RunKind.Step) { ParentId = _opening[^1].Id, Plan = Plan.Opening with { Source = PlanSource.Own } };
        var step = (await _database.CommitAsync(request, Written.Change(Written.Step() with { Plan = request.Plan!, Recalled = [recalled] }))).Single();

        var past = (await _store.ReadAsync(step.Id))!;

        Assert.Equal([recalled], past.Recalled);
        Assert.Equal([new NumberedText(1, new PastText("A lamp, as it was sent.", "Summary: The lamp was lit."))], past.ChangedEntries);
    }

    private async Task<Step> AddLaterAsync(Step parent, string paragraph)
    {
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        return await _database.AddStepAsync(parent, paragraph);
    }

    private async Task EditLaterAsync(Guid stepId, string text, int version)
    {
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await _database.Drafts.SaveParagraphAsync(stepId, text, version)).Saved);
    }

    private Task<IReadOnlyList<Step>> NewPlansAsync(Step step, params string[] texts) => _database.CommitAsync(
        new RunRequest(step.StoryId, RunKind.NewPlans) { ParentId = step.Id }, new StoryChange { Plans = Written.Plans(texts), Exchanges = [] });
}
