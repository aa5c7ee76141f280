using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Tests.Recurrence;

/// <summary>Counts what kinds of states were met, so that a proof over random ones cannot have been over dull ones.</summary>
internal sealed class PreviewTally
{
    public Dictionary<string, int> Counts { get; } = [];

    public void Count(StepPreview preview, RunRequest request)
    {
        var recall = preview.Recall;
        Add("new plans", request.Kind == RunKind.NewPlans);
        Add("own plan", request.Plan?.Source == PlanSource.Own);
        Add("edited plan", request.Plan?.Source == PlanSource.Edited);
        Add("picked plan", request.Plan?.Source == PlanSource.Picked);
        Add("Chinese plan", request.Plan?.Text.Contains('玛', StringComparison.Ordinal) == true);
        Add("new character", preview.NewCharacter);
        Add("nothing recalled", request.Kind == RunKind.Step && recall.Entries.Count == 0);
        Add("more than four recalled", recall.Entries.Count > 4);
        Add("recalled by recency", !recall.ByMeaning);
        Add("pinned sent", recall.Entries.Any(entry => entry.Reason == RecallReason.Pinned));
        Add("pinned left out", recall.PinnedLeftOut.Count > 0);
        Add("something not indexed", recall.NotIndexed > 0);
        Add("locked sentences", preview.Prompt.User.Contains($" {PartNames.LockedSentences} ", StringComparison.Ordinal));
        Add("edited prompt", request.Kind == RunKind.Step && preview.Prompt.System.Text != TemplateForm.Step.Default.System);
    }

    public override string ToString() => string.Join(", ", Counts.Select(count => $"{count.Key} {count.Value}"));

    private void Add(string kind, bool isMet) => Counts[kind] = Counts.GetValueOrDefault(kind) + (isMet ? 1 : 0);
}
