using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class HandEditsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Story _story = null!;
    private IReadOnlyList<Step> _opening = null!;

    private DraftStore Drafts => _database.Drafts;

    private Guid Head => _opening[^1].Id;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        _opening = await _database.AddOpeningAsync(_story.Id);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task SaveMemory_PresentVersion_ChangesItAndKeepsTheWritten()
    {
        var result = await Drafts.SaveMemoryAsync(Head, "My own memory.", version: 0);

        var step = await _database.Store.FindStepAsync(Head, default);
        Assert.Equal(new SaveResult(Saved: true, 1, "My own memory."), result);
        Assert.Equal("My own memory.", step!.ShortTermMemory);
        Assert.Equal(_opening[^1].WrittenMemory, step.WrittenMemory);
        Assert.Equal(1, step.MemoryVersion);
    }

    [Fact]
    public async Task SaveMemory_AnotherTabWasFirst_IsRefusedWithItsText()
    {
        await Drafts.SaveMemoryAsync(Head, "First tab.", version: 0);

        var result = await Drafts.SaveMemoryAsync(Head, "Second tab.", version: 0);

        Assert.Equal(new SaveResult(Saved: false, 1, "First tab."), result);
        Assert.Equal("First tab.", (await _database.Store.FindStepAsync(Head, default))!.ShortTermMemory);
    }

    [Fact]
    public async Task SaveMemory_SameTextFromTwoTabs_IsNoConflict()
    {
        await Drafts.SaveMemoryAsync(Head, "The same.", version: 0);

        var result = await Drafts.SaveMemoryAsync(Head, "The same.", version: 0);

        Assert.Equal(new SaveResult(Saved: true, 1, "The same."), result);
    }

    [Fact]
    public async Task SaveMemory_ThenAPlan_DoNotConflict()
    {
        await Drafts.SaveMemoryAsync(Head, "My own memory.", version: 0);

        var result = await Drafts.SavePlanAsync(Head, 2, "She rows faster.", version: 0);

        Assert.True(result.Saved);
    }

    [Fact]
    public async Task SavePlan_WithTheVersionOfAnotherText_IsRefusedWhenTheTextChanged()
    {
        await Drafts.SavePlanAsync(Head, 1, "First tab.", version: 0);
        var memory = await Drafts.SaveMemoryAsync(Head, "Second tab's memory.", version: 0);

        var result = await Drafts.SavePlanAsync(Head, 1, "Second tab.", memory.Version);

        Assert.False(result.Saved);
        Assert.Equal("First tab.", result.Current);
    }

    [Fact]
    public async Task SavePlan_Edited_IsWhatTheNextStepFollows()
    {
        await Drafts.SavePlanAsync(Head, 2, "She rows faster.", version: 0);

        var plan = (await _database.Store.FindStepAsync(Head, default))!.Plans[1];
        Assert.Equal(new OfferedPlan(2, "She rows faster.", "She rows out."), plan);
        Assert.Equal(PlanSource.Edited, plan.ToPlan().Source);
    }

    [Fact]
    public async Task SavePlan_NewPlansCameMeanwhile_IsRefused()
    {
        var request = new RunRequest(_story.Id, RunKind.NewPlans) { ParentId = Head };
        await _database.CommitAsync(request, Written.Change() with { Plans = Written.Plans("One.", "Two.", "Three.") });

        var result = await Drafts.SavePlanAsync(Head, 2, "She rows faster.", version: 0);

        Assert.Equal(new SaveResult(Saved: false, 1, "Two."), result);
    }

    [Fact]
    public async Task SavePlan_NoSuchPlan_Throws()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Drafts.SavePlanAsync(Head, 4, "A fourth.", version: 0));
    }

    [Fact]
    public async Task SaveOwnPlan_Twice_GoesOnFromTheVersionReturned()
    {
        var first = await Drafts.SaveOwnPlanAsync(Head, "She", version: 0);

        var second = await Drafts.SaveOwnPlanAsync(Head, "She sings.", first.Version);

        Assert.True(second.Saved);
        Assert.Equal("She sings.", (await _database.Store.FindStepAsync(Head, default))!.OwnPlan);
    }

    [Fact]
    public async Task SaveParagraph_KeepsTheEarlierTextAsRevision()
    {
        var first = await Drafts.SaveParagraphAsync(Head, "Somebody had come.", version: 0);
        await Drafts.SaveParagraphAsync(Head, "Somebody came.", first.Version);

        await using var db = _database.Read();
        var revisions = await db.Revisions.OrderBy(revision => revision.Version).Select(revision => revision.Text).ToListAsync();
        var paragraph = (await Drafts.ReadAsync(_story.Id))!.Paragraphs[^1];
        Assert.Equal(["Nobody had come.", "Somebody had come."], revisions);
        Assert.Equal(("Somebody came.", true, 2), (paragraph.Text, paragraph.IsEdited, paragraph.Version));
    }

    [Fact]
    public async Task SaveParagraph_InTheMiddle_CountsItsWordsOnEveryBranch()
    {
        await _database.AddStepAsync(_opening[^1], "Left.");
        await Drafts.UndoAsync(_story.Id);
        var right = await _database.AddStepAsync(_opening[^1], "Right it is.");

        await Drafts.SaveParagraphAsync(_opening[1].Id, "Mara alone saw it burning.", version: 0);

        await using var db = _database.Read();
        var words = await db.Steps.OrderBy(step => step.Number).ThenBy(step => step.PathWords).Select(step => step.PathWords).ToListAsync();
        Assert.Equal([4, 9, 12, 13, 15], words);
        Assert.Equal(15, Assert.Single(await _database.Library.ListAsync()).Words);
        Assert.Equal(right.Id, (await Drafts.ReadAsync(_story.Id))!.Head!.Id);
    }

    [Theory]
    [InlineData(StoryLimits.ShortTermMemory, "ShortTermMemory")]
    [InlineData(StoryLimits.Plan, "Plan")]
    [InlineData(StoryLimits.Paragraph, "Paragraph")]
    public async Task Save_TextOverItsLimit_IsRefusedAndNamesTheLimit(int limit, string name)
    {
        var text = new string('x', limit + 1);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => name switch
        {
            "ShortTermMemory" => Drafts.SaveMemoryAsync(Head, text, 0),
            "Plan" => Drafts.SavePlanAsync(Head, 1, text, 0),
            _ => Drafts.SaveParagraphAsync(Head, text, 0),
        });

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_NoSuchStep_Throws()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Drafts.SaveMemoryAsync(Guid.CreateVersion7(), "Text.", version: 0));
    }

    [Fact]
    public async Task Save_Text_IsTheStorysLastChange()
    {
        _database.Clock.Advance(TimeSpan.FromMinutes(5));

        await Drafts.SaveMemoryAsync(Head, "My own memory.", version: 0);

        Assert.Equal(_database.Clock.GetUtcNow(), Assert.Single(await _database.Library.ListAsync()).ChangedAt);
    }
}
