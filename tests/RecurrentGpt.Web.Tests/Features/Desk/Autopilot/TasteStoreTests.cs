using RecurrentGpt.Authors;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

/// <summary>What the author says of choices: stored beside the step, and what later choices are shown.</summary>
public sealed class TasteStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TasteStore _taste = null!;
    private Story _story = null!;
    private Step _step = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _taste = new TasteStore(_database.Writes);
        _story = await _database.AddStoryAsync();
        var head = (await _database.AddOpeningAsync(_story.Id))[^1];
        var plan = new Plan("She rows out, at night.", PlanSource.Autopilot);
        var choice = new PlanChoice(plan, AuthorKind.Simulated, 2) { Reason = "It moves.", Offered = "She rows out." };
        _step = (await _database.CommitAsync(
            new RunRequest(_story.Id, RunKind.Step) { ParentId = head.Id, Plan = plan, Choice = choice },
            Written.Change(Written.Step() with { Plan = plan }))).Single();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Set_AnotherPlan_IsTheTasteThatLaterChoicesAreShown()
    {
        Assert.Empty(await _database.Store.ReadPicksAsync(_step.Id, default));

        Assert.Equal(new TasteResult(Saved: true, 3), await _taste.SetAsync(_step.Id, null, 3));

        var pick = Assert.Single(await _database.Store.ReadPicksAsync(_step.Id, default));
        Assert.Equal("She turns back.", pick.Chosen);
        Assert.Equal(3, (await ParagraphAsync()).PreferredPlan);
    }

    [Fact]
    public async Task Set_TakenBack_SaysNothingAgain()
    {
        await _taste.SetAsync(_step.Id, null, 3);

        Assert.True((await _taste.SetAsync(_step.Id, 3, null)).Saved);

        Assert.Null((await ParagraphAsync()).PreferredPlan);
        Assert.Empty(await _database.Store.ReadPicksAsync(_step.Id, default));
    }

    [Fact]
    public async Task Set_AnotherTabSaidSomethingElse_IsRefusedWithIt()
    {
        await _taste.SetAsync(_step.Id, null, 1);

        Assert.Equal(new TasteResult(Saved: false, 1), await _taste.SetAsync(_step.Id, null, 3));
        Assert.Equal(new TasteResult(Saved: true, 1), await _taste.SetAsync(_step.Id, null, 1));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public async Task Set_PlanThatWasNotOffered_IsRefused(int preferred)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _taste.SetAsync(_step.Id, null, preferred));

        Assert.Null((await ParagraphAsync()).PreferredPlan);
    }

    [Fact]
    public async Task Set_OwnChoiceWithoutTaste_IsNotShownToLaterChoices()
    {
        var own = await _database.AddStepAsync(_step);
        Assert.Single(await _database.Store.ReadPicksAsync(own.Id, default));

        await _taste.SetAsync(own.Id, null, 0);

        Assert.Empty(await _database.Store.ReadPicksAsync(own.Id, default));
    }

    [Fact]
    public async Task Set_BesideANote_LeavesItAndCountsAsAChange()
    {
        await new MarkStore(_database.Writes, _database.Clock).SetNoteAsync(_step.Id, "Check the tide.", version: 0);

        await _taste.SetAsync(_step.Id, null, 3);

        var paragraph = await ParagraphAsync();
        Assert.Equal(("Check the tide.", 2), (paragraph.Note, paragraph.MarksVersion));
    }

    [Fact]
    public async Task Set_WhileTheStoryIsBeingWritten_IsStored()
    {
        await _database.Store.ClaimAsync(Guid.CreateVersion7(), new RunRequest(_story.Id, RunKind.NewPlans) { ParentId = _step.Id }, default);

        Assert.True((await _taste.SetAsync(_step.Id, null, 3)).Saved);
    }

    [Fact]
    public async Task ReadDraft_ChosenParagraph_KnowsWhatItWasChosenFrom()
    {
        var draft = (await _database.Drafts.ReadAsync(_story.Id))!;

        var offered = Assert.Single(draft.Offered);
        Assert.Equal(_step.Id, offered.Key);
        Assert.Equal([new OfferedChoice(1, "She waits."), new OfferedChoice(2, "She rows out."), new OfferedChoice(3, "She turns back.")], offered.Value);
        Assert.Equal("It moves.", draft.Paragraphs[^1].Choice?.Reason);
    }

    [Fact]
    public async Task PlansAskedForAnewSince_WhatIsShownAndWhatIsMeantAreThoseThatWereOffered()
    {
        var renewed = new RunRequest(_story.Id, RunKind.NewPlans) { ParentId = _step.ParentId };
        await _database.CommitAsync(renewed, Written.Change() with { Plans = Written.Plans("One.", "Two.", "Three.") });

        var shown = Assert.Single((await _database.Drafts.ReadAsync(_story.Id))!.Offered).Value;
        await _taste.SetAsync(_step.Id, null, 3);

        Assert.Equal(["She waits.", "She rows out.", "She turns back."], shown.Select(choice => choice.FirstWords));
        Assert.Equal("She turns back.", Assert.Single(await _database.Store.ReadPicksAsync(_step.Id, default)).Chosen);
    }

    private async Task<DraftParagraph> ParagraphAsync() => (await _database.Drafts.ReadAsync(_story.Id))!.Paragraphs[^1];
}
