namespace RecurrentGpt.Prompts;

/// <summary>How offered plans stand in a prompt: together those that are to be replaced, and under its label each that stands.</summary>
internal static class PlansText
{
    internal static string Render(IReadOnlyList<string> replaced, IReadOnlyDictionary<int, string> standing, Marks marks) => string.Concat(
    [
        replaced.Any(plan => plan.Length > 0) ? marks.Around(PartNames.OfferedPlans, string.Join("\n\n", replaced)) : "",
        .. standing.OrderBy(plan => plan.Key).Select(plan => marks.Around(PlansWanted.LabelOf(plan.Key), plan.Value)),
    ]);
}
