namespace RecurrentGpt.Web.Storage.Entities;

/// <summary>A plan that a step offers. The newest set is offered; the older ones are kept as plans not taken.</summary>
public sealed class PlanRow
{
    public required Guid StepId { get; init; }

    public required int Set { get; init; }

    public required int Number { get; init; }

    public required string Text { get; set; }

    public required string Written { get; init; }

    /// <summary>Whether no model may put another plan in its place.</summary>
    public bool Locked { get; set; }

    public static IEnumerable<PlanRow> MakeSet(Guid stepId, IReadOnlyList<string> texts) =>
        texts.Select((text, index) => Make(stepId, set: 1, index + 1, text));

    /// <summary>The next set: new plans in their places, and beside them the ones that go on as they stand.</summary>
    public static IEnumerable<PlanRow> MakeNextSet(Guid stepId, IReadOnlyCollection<PlanRow> offered, IReadOnlyDictionary<int, string> texts)
    {
        var set = offered.Select(plan => plan.Set).FirstOrDefault() + 1;
        var standing = offered.Where(plan => plan.Locked || !texts.ContainsKey(plan.Number)).ToList();
        return
        [
            .. standing.Select(plan => new PlanRow { StepId = stepId, Set = set, Number = plan.Number, Text = plan.Text, Written = plan.Written, Locked = plan.Locked }),
            .. texts.ExceptBy(standing.Select(plan => plan.Number), plan => plan.Key).Select(plan => Make(stepId, set, plan.Key, plan.Value)),
        ];
    }

    private static PlanRow Make(Guid stepId, int set, int number, string text) =>
        new() { StepId = stepId, Set = set, Number = number, Text = text, Written = text };
}
