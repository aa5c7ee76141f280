using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Roads;

/// <summary>What is read of a step to find the roads that begin at it.</summary>
internal sealed record StepOfRoads(Guid Id, Guid? ParentId, int Number, PlanSource PlanSource, DateTimeOffset WrittenAt, string PlanText);

/// <summary>A plan as it was offered.</summary>
/// <param name="Written">As the model wrote it; null where that is the text.</param>
internal sealed record OfferOfRoads(Guid StepId, int Set, int Number, string Text, string? Written)
{
    public string AsOffered => Written ?? Text;
}

/// <summary>Tells the plans that no step has followed from those that were.</summary>
internal static class RoadFinding
{
    /// <summary>The roads: those on the path to the head before others, then the newest first.</summary>
    public static IReadOnlyList<Road> Find(IReadOnlyDictionary<Guid, StepOfRoads> steps, IReadOnlyList<OfferOfRoads> offers, Guid headId)
    {
        var followed = steps.Values.Where(step => step.ParentId is not null).Select(step => (step.ParentId!.Value, step.PlanText)).ToHashSet();
        var within = steps.Values.Where(step => step is { PlanSource: PlanSource.Opening, ParentId: not null }).Select(step => step.ParentId!.Value).ToHashSet();
        var newestSets = offers.GroupBy(offer => offer.StepId).ToDictionary(set => set.Key, set => set.Max(offer => offer.Set));
        var path = PathTo(headId, steps);
        var roads =
            from offer in offers
            where !within.Contains(offer.StepId)
            group offer by (offer.StepId, offer.AsOffered) into plan
            where !plan.Any(offer => followed.Contains((offer.StepId, offer.Text)) || followed.Contains((offer.StepId, offer.AsOffered)))
            // A plan that stayed when others were replaced is in several sets; as it stood last is how it would be followed.
            let last = plan.MaxBy(offer => offer.Set)
            let step = steps[last.StepId]
            orderby path.Contains(step.Id) descending, step.WrittenAt descending, step.Number descending, last.Set descending, last.Number
            select new Road(step.Id, step.Number, last.Text, last.Written is not null, path.Contains(step.Id), last.Set < newestSets[step.Id]);

        return [.. roads];
    }

    private static HashSet<Guid> PathTo(Guid headId, IReadOnlyDictionary<Guid, StepOfRoads> steps)
    {
        var path = new HashSet<Guid>();
        for (Guid? id = headId; id is { } at && steps.TryGetValue(at, out var step) && path.Add(at); id = step.ParentId)
        {
        }

        return path;
    }
}
