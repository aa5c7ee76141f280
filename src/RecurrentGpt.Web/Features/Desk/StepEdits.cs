using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>
/// What the author changes on the step that the story stands on: short-term memory, the offered plans, and a plan of their own.
/// All of them are saved under the step's one version, one after the other.
/// </summary>
public sealed class StepEdits : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Step _step;
    private int _version;

    internal StepEdits(Step step, DraftStore drafts, TimeProvider clock, Action changed, ILogger logger)
    {
        _step = step;
        _version = step.Version;
        Memory = Text(step.ShortTermMemory, drafts.SaveMemoryAsync);
        Plans = [.. step.Plans.Select(plan => Text(plan.Text, (id, text, version, token) => drafts.SavePlanAsync(id, plan.Number, text, version, token)))];
        OwnPlan = Text(step.OwnPlan, drafts.SaveOwnPlanAsync);

        SavedText Text(string text, Save save) => new(text, (typed, replaces, token) => SaveAsync(save, typed, replaces, token), clock, changed, logger);
    }

    private delegate Task<SaveResult> Save(Guid stepId, string text, int version, CancellationToken cancellationToken);

    public SavedText Memory { get; }

    /// <summary>The offered plans, in order; empty where the model gave none.</summary>
    public IReadOnlyList<SavedText> Plans { get; }

    public SavedText OwnPlan { get; }

    private IEnumerable<SavedText> All => [Memory, .. Plans, OwnPlan];

    /// <summary>Whether what is on the screen is what is stored.</summary>
    public bool IsSaved => All.All(text => text.State == SaveState.Saved);

    /// <summary>Whether the author changed an offered plan.</summary>
    public bool IsEdited(int index) => Offered(index).IsEdited;

    /// <summary>An offered plan as it stands on the screen now.</summary>
    public Plan PlanAt(int index) => Offered(index).ToPlan();

    public async Task FlushAsync()
    {
        foreach (var text in All)
        {
            await text.FlushAsync();
        }
    }

    public void Dispose()
    {
        foreach (var text in All)
        {
            text.Dispose();
        }
    }

    private OfferedPlan Offered(int index) => _step.Plans[index] with { Text = Plans[index].Text };

    private async Task<SaveResult> SaveAsync(Save save, string text, string replaces, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var result = await VersionedSave.RunAsync(_version, replaces, version => save(_step.Id, text, version, cancellationToken));
            _version = result.Version;
            return result;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
