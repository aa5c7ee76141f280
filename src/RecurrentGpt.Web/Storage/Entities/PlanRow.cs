namespace RecurrentGpt.Web.Storage.Entities;

/// <summary>A plan that a step offers. The newest set is offered; the older ones are kept as plans not taken.</summary>
public sealed class PlanRow
{
    public required Guid StepId { get; init; }

    public required int Set { get; init; }

    public required int Number { get; init; }

    public required string Text { get; set; }

    public required string Written { get; init; }

    public static IEnumerable<PlanRow> MakeSet(Guid stepId, int set, IReadOnlyList<string> texts) =>
        texts.Select((text, index) => new PlanRow { StepId = stepId, Set = set, Number = index + 1, Text = text, Written = text });
}
