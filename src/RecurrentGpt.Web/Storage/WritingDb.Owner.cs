using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// What belongs to whom: a story to its owner, and all else to its story. A context that works for a person sees nothing else in any query, and stores
/// nothing into what it does not see. Queries in SQL of our own are the exception: each asks for what it may see by itself.
/// </summary>
public sealed partial class WritingDb
{
    /// <summary>The person that this context works for; null for the program itself.</summary>
    public Guid? OwnerId { get; internal set; }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (OwnerId is not null)
        {
            await CheckAddedAsync(cancellationToken);
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // In the context itself, since EF Core puts the context that asks in the place of this one only there.
    private void FilterByOwner(ModelBuilder model)
    {
        model.Entity<StoryRow>().HasQueryFilter(story => OwnerId == null || story.OwnerId == OwnerId);
        model.Entity<StepRow>().HasQueryFilter(step => OwnerId == null || Stories.Any(story => story.Id == step.StoryId));
        model.Entity<RunRow>().HasQueryFilter(run => OwnerId == null || Stories.Any(story => story.Id == run.StoryId));
        model.Entity<AutopilotRow>().HasQueryFilter(autopilot => OwnerId == null || Stories.Any(story => story.Id == autopilot.StoryId));
        model.Entity<AheadRow>().HasQueryFilter(ahead => OwnerId == null || Stories.Any(story => story.Id == ahead.StoryId));
        model.Entity<PlanRow>().HasQueryFilter(plan => OwnerId == null || Steps.Any(step => step.Id == plan.StepId));
        model.Entity<MemoryEntryRow>().HasQueryFilter(entry => OwnerId == null || Steps.Any(step => step.Id == entry.StepId));
        model.Entity<RevisionRow>().HasQueryFilter(revision => OwnerId == null || Steps.Any(step => step.Id == revision.StepId));
        model.Entity<StepMarkRow>().HasQueryFilter(mark => OwnerId == null || Steps.Any(step => step.Id == mark.StepId));
        model.Entity<ExchangeRow>().HasQueryFilter(exchange => OwnerId == null || Runs.Any(run => run.Id == exchange.RunId));
    }

    // What is changed was read through the filters, as was all else that is known here; what is added says by itself where it belongs.
    private async Task CheckAddedAsync(CancellationToken cancellationToken)
    {
        var known = ChangeTracker.Entries().ToLookup(entry => entry.State == EntityState.Added, entry => entry.Entity);
        foreach (var story in known[true].OfType<StoryRow>())
        {
            story.OwnerId = OwnerId!.Value;
        }

        var (added, all) = (known[true].ToList(), known.SelectMany(rows => rows).ToList());
        var stories = added.Select(StoryOf).OfType<Guid>().Except(all.OfType<StoryRow>().Select(story => story.Id)).ToList();
        var steps = added.Select(StepOf).OfType<Guid>().Except(all.OfType<StepRow>().Select(step => step.Id)).ToList();
        var runs = added.OfType<ExchangeRow>().Select(exchange => exchange.RunId).Except(all.OfType<RunRow>().Select(run => run.Id)).ToList();
        var isOurs = (stories.Count == 0 || await Stories.CountAsync(story => stories.Contains(story.Id), cancellationToken) == stories.Count)
            && (steps.Count == 0 || await Steps.CountAsync(step => steps.Contains(step.Id), cancellationToken) == steps.Count)
            && (runs.Count == 0 || await Runs.CountAsync(run => runs.Contains(run.Id), cancellationToken) == runs.Count);
        if (!isOurs)
        {
            throw new InvalidOperationException("This belongs to a story that is not there.");
        }
    }

    private static Guid? StoryOf(object row) => row switch
    {
        StepRow step => step.StoryId,
        RunRow run => run.StoryId,
        AutopilotRow autopilot => autopilot.StoryId,
        AheadRow ahead => ahead.StoryId,
        _ => null,
    };

    private static Guid? StepOf(object row) => row switch
    {
        PlanRow plan => plan.StepId,
        MemoryEntryRow entry => entry.StepId,
        RevisionRow revision => revision.StepId,
        StepMarkRow mark => mark.StepId,
        _ => null,
    };
}
