using RecurrentGpt.Authors;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Authors;

public sealed class TasteTests
{
    private static readonly Step Head = Samples.Step(number: 40) with { Plans = [new OfferedPlan(1, "The lighthouse keeper returns.", "The lighthouse keeper returns.")] };

    [Fact]
    public void Choose_WithVectors_TakesThoseMadeWhereTheStoryWasTheSame()
    {
        var picks = Enumerable.Range(4, 12).Select(number => Pick(number)).ToList();
        var memory = Memory([.. picks.Select((pick, place) => Entry(pick.ParentId, [1, place / 4f])), Entry(Head.Id, [1, 1])]);

        var chosen = Taste.Choose(picks, Head, memory);

        Assert.Equal([7, 8, 9, 10], chosen.Select(pick => pick.Number).Order());
    }

    [Fact]
    public void Choose_VectorsMissingForMost_ComparesWords()
    {
        var near = Pick(6, "The lighthouse keeper lights the lamp.");
        var picks = new[] { Pick(4), Pick(5), near, Pick(7), Pick(8), Pick(9) };
        var memory = Memory(Entry(picks[0].ParentId, [1, 0]), Entry(Head.Id, [1, 0]));

        Assert.Contains(near, Taste.Choose(picks, Head, memory));
    }

    [Fact]
    public void Choose_HeadOfAnotherSpace_ComparesWords()
    {
        var near = Pick(4, "The lighthouse keeper lights the lamp.");
        PastPick[] picks = [near, .. Enumerable.Range(5, 6).Select(number => Pick(number))];
        var memory = Memory([.. picks.Select(pick => Entry(pick.ParentId, [1, 0])), Entry(Head.Id, [1, 0]) with { EmbeddingModel = "other" }]);

        Assert.Contains(near, Taste.Choose(picks, Head, memory));
    }

    [Fact]
    public void Choose_VeryLongPlans_StayWithinTheBudget()
    {
        var plan = string.Join(' ', Enumerable.Repeat("The keeper walks along the gallery with the lamp held high in his left hand.", 60));
        var picks = Enumerable.Range(4, 30).Select(number => Pick(number, plan) with { Offered = [plan, plan + " And more.", plan + " And less."] }).ToList();

        var chosen = Taste.Choose(picks, Head, Memory());

        Assert.InRange(chosen.Count, 1, Taste.Most);
        Assert.InRange(TokenEstimate.Of(PickText.Of(chosen)), 1, Taste.TokenBudget);
    }

    [Fact]
    public void Choose_NothingChosenBefore_IsEmpty() => Assert.Empty(Taste.Choose([], Head, Memory()));

    private static LongTermMemory Memory(params MemoryEntry[] entries) => new("letters", entries);

    private static MemoryEntry Entry(Guid stepId, float[] vector) => Samples.Entry(1, "Entry.", vector: vector) with { StepId = stepId };

    private static PastPick Pick(int number, string plan = "She waits.") => new(Guid.NewGuid(), Guid.NewGuid(), number, PlanSource.Picked, plan, [plan, "She runs."]);
}
