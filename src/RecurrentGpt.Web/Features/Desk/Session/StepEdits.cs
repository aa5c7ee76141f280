using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>What the author changes on the step that the story stands on: short-term memory, the offered plans, and a plan of their own.</summary>
public sealed class StepEdits : IDisposable
{
    private readonly Step _step;
    private (string Memory, IReadOnlyList<string> Locked) _stored;

    internal StepEdits(Step step, DraftStore drafts, TimeProvider clock, Action changed, ILogger logger)
    {
        _step = step;
        _stored = (step.ShortTermMemory, step.LockedSentences);
        Memory = Text("memory", step.ShortTermMemory, step.MemoryVersion, async (text, version) => Stored(text, await drafts.SaveMemoryAsync(step.Id, text, version)));
        Plans = [.. step.Plans.Select(plan =>
            Text($"plan/{plan.Number}", plan.Text, step.PlansVersion, (text, version) => drafts.SavePlanAsync(step.Id, plan.Number, text, version)))];
        OwnPlan = Text("own-plan", step.OwnPlan, step.PlansVersion, (text, version) => drafts.SaveOwnPlanAsync(step.Id, text, version));

        // Each text has its own: a version that one of the plans has come to know of must not hide from the next what another tab has done to it.
        SavedText Text(string name, string text, int version, Func<string, int, Task<SaveResult>> save)
        {
            var known = new EditVersion(version);
            return new SavedText(text, (typed, replaces) => known.SaveAsync(replaces, under => save(typed, under)), clock, changed, logger) { Key = $"step/{step.Id}/{name}" };
        }
    }

    internal StepEdits(Step step, Func<string, SavedText> text)
    {
        _step = step;
        _stored = (step.ShortTermMemory, step.LockedSentences);
        Memory = text(step.ShortTermMemory);
        Plans = [.. step.Plans.Select(plan => text(plan.Text))];
        OwnPlan = text(step.OwnPlan);
    }

    public SavedText Memory { get; }

    /// <summary>The locked sentences of the memory as it is typed.</summary>
    public IReadOnlyList<string> LockedSentences => LockedMemory.Follow(_stored.Memory, Memory.Text, _stored.Locked);

    /// <summary>The offered plans, in order; empty where the model gave none.</summary>
    public IReadOnlyList<SavedText> Plans { get; }

    public SavedText OwnPlan { get; }

    /// <summary>Whether what is on the screen is what is stored.</summary>
    public bool IsSaved => All.All(text => text.State == SaveState.Saved);

    /// <summary>All of them, with what they are.</summary>
    internal IReadOnlyList<UnsavedText> Boxes =>
    [
        new(BoxKind.Memory, _step.Number, 0, Memory),
        new(BoxKind.OwnPlan, _step.Number, 0, OwnPlan),
        .. Plans.Select((plan, index) => new UnsavedText(BoxKind.Plan, _step.Number, index + 1, plan)),
    ];

    private IEnumerable<SavedText> All => [Memory, .. Plans, OwnPlan];

    /// <summary>Whether the author changed an offered plan.</summary>
    public bool IsEdited(int index) => Offered(index).IsEdited;

    /// <summary>Whether an offered plan stays when new ones come.</summary>
    public bool IsLocked(int index) => Offered(index).IsLocked;

    /// <summary>An offered plan as it stands on the screen now.</summary>
    public Plan PlanAt(int index) => Offered(index).ToPlan();

    /// <summary>
    /// Whether these are the texts of a step as it is read anew. What is not saved yet stays with the author who typed it, whatever has been stored elsewhere.
    /// </summary>
    internal bool StandFor(Step step) => step.Id == _step.Id && (!IsSaved || (
        Memory.IsStored(step.ShortTermMemory)
        && step.LockedSentences.SequenceEqual(_stored.Locked)
        && OwnPlan.IsStored(step.OwnPlan)
        && step.Plans.Select(plan => (plan.Written, plan.IsLocked)).SequenceEqual(_step.Plans.Select(plan => (plan.Written, plan.IsLocked)))
        && step.Plans.Zip(Plans).All(plan => plan.Second.IsStored(plan.First.Text))));

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

    private SaveResult Stored(string text, SaveResult result)
    {
        _stored = (result.Saved ? text : result.Current, result.LockedSentences ?? []);
        return result;
    }

    private OfferedPlan Offered(int index) => _step.Plans[index] with { Text = Plans[index].Text };
}
