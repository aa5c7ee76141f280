using RecurrentGpt.Authors;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

/// <summary>Which choices are the author's own, what had been offered, and what a correction makes of them.</summary>
public sealed class PicksTests : IAsyncLifetime
{
    private static readonly string[] Offered = ["She waits.", "She rows out.", "She turns back."];

    private TestDatabase _database = null!;
    private Story _story = null!;
    private Step _head = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        _head = (await _database.AddOpeningAsync(_story.Id))[^1];
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_PickedEditedAndOwn_AreTaste()
    {
        var opening = _head;
        var picked = await WriteAsync(opening, new Plan("She rows out.", PlanSource.Picked));
        await _database.Drafts.SavePlanAsync(picked.Id, 1, "She waits until dark.", picked.PlansVersion);
        var edited = await WriteAsync(picked, new Plan("She waits until dark.", PlanSource.Edited));
        var own = await WriteAsync(edited, new Plan("A storm breaks.", PlanSource.Own));

        var picks = await ReadAsync(own);

        Assert.Equal(
            [(opening.Id, PlanSource.Picked, "She rows out."), (picked.Id, PlanSource.Edited, "She waits until dark."), (edited.Id, PlanSource.Own, "A storm breaks.")],
            picks.Select(pick => (pick.ParentId, pick.Source, pick.Chosen)));
        Assert.Equal([(picked.Id, 4), (edited.Id, 5), (own.Id, 6)], picks.Select(pick => (pick.StepId, pick.Number)));
        Assert.All(picks, pick => Assert.Equal(Offered, pick.Offered));
    }

    [Fact]
    public async Task Read_ChoicesOfAutopilot_AreNone() => Assert.Empty(await ReadAsync(await WriteUnattendedAsync(_head, 1)));

    [Fact]
    public async Task Read_ACorrectedChoiceOfAutopilot_IsThePlanThatTheAuthorWouldHaveTaken()
    {
        var step = await WriteUnattendedAsync(_head, 1);
        await PreferAsync(step, 3);

        var pick = Assert.Single(await ReadAsync(step));

        Assert.Equal((step.Id, PlanSource.Picked, "She turns back."), (pick.StepId, pick.Source, pick.Chosen));
    }

    [Fact]
    public async Task Read_ACorrectionOfAPlanThatIsNotThere_SaysNothing()
    {
        var step = await WriteUnattendedAsync(_head, 1);
        await PreferAsync(step, 4);

        Assert.Empty(await ReadAsync(step));
    }

    [Fact]
    public async Task Read_AnOwnChoiceThatShowsNoTaste_IsLeftOut()
    {
        var first = await WriteAsync(_head, new Plan("She rows out.", PlanSource.Picked));
        var second = await WriteAsync(first, new Plan("She waits.", PlanSource.Picked));
        await PreferAsync(first, 0);

        Assert.Equal([second.Id], (await ReadAsync(second)).Select(pick => pick.StepId));
    }

    [Fact]
    public async Task Read_PlansAskedForAnewSince_GivesThoseThatWereOffered()
    {
        var picked = await WriteAsync(_head, new Plan("She rows out.", PlanSource.Picked));
        var unattended = await WriteUnattendedAsync(picked, 2, "She rows out and does not look back.");
        await PreferAsync(unattended, 1);
        foreach (var parent in new[] { _head, picked })
        {
            await _database.CommitAsync(new RunRequest(_story.Id, RunKind.NewPlans) { ParentId = parent.Id }, Written.Change() with { Plans = Written.Plans("One.", "Two.", "Three.") });
        }

        var picks = await ReadAsync(unattended);

        Assert.Equal(["She rows out.", "She waits."], picks.Select(pick => pick.Chosen));
        Assert.All(picks, pick => Assert.Equal(Offered, pick.Offered));
    }

    [Fact]
    public async Task Read_ChoicesOfAnotherBranch_AreNotThere()
    {
        await WriteAsync(_head, new Plan("She rows out.", PlanSource.Picked));
        var other = await WriteAsync(_head, new Plan("A storm breaks.", PlanSource.Own));

        Assert.Equal(["A storm breaks."], (await ReadAsync(other)).Select(pick => pick.Chosen));
    }

    [Fact]
    public async Task Read_TheStepItself_ShowsNothingOfWhatComesAfter()
    {
        var first = await WriteAsync(_head, new Plan("She rows out.", PlanSource.Picked));
        await WriteAsync(first, new Plan("She waits.", PlanSource.Picked));

        Assert.Equal([first.Id], (await ReadAsync(first)).Select(pick => pick.StepId));
    }

    private Task<IReadOnlyList<PastPick>> ReadAsync(Step head) => _database.Store.ReadPicksAsync(head.Id, default);

    private async Task<Step> WriteAsync(Step parent, Plan plan, PlanChoice? choice = null)
    {
        var request = new RunRequest(_story.Id, RunKind.Step) { ParentId = parent.Id, Plan = plan, Choice = choice };
        return (await _database.CommitAsync(request, Written.Change(Written.Step() with { Plan = plan }))).Single();
    }

    private Task<Step> WriteUnattendedAsync(Step parent, int number, string? revised = null)
    {
        var plan = new Plan(revised ?? Offered[number - 1], PlanSource.Autopilot);
        return WriteAsync(parent, plan, new PlanChoice(plan, AuthorKind.Simulated, number) { Offered = Offered[number - 1] });
    }

    private async Task PreferAsync(Step step, int number) => await _database.Writes.WriteAsync(
        async db =>
        {
            (await db.MarksOfAsync(step.Id)).PreferredPlan = number;
            return true;
        },
        default);
}
