using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Plans;

/// <summary>What the author wishes of the next new plans, as far as it is typed. It stays until it was followed, or the story stands elsewhere.</summary>
public sealed class PlanWish
{
    private readonly Guid? _headId;

    internal PlanWish(Guid? headId = null, string text = "")
    {
        _headId = headId;
        Text = text;
    }

    public string Text { get; private set; }

    /// <summary>The name under which the browser keeps it until it is asked for.</summary>
    internal string Key => $"wish/{_headId}";

    public void Type(string? text) => Text = text is { Length: > StoryLimits.Wish } ? text[..StoryLimits.Wish] : text ?? "";

    /// <summary>The wish for what lies on the desk after something was done. A wish that could not be followed is there again when the story is opened anew.</summary>
    internal PlanWish After(Draft? draft, DeskOutcome? outcome)
    {
        if (draft?.Head?.Id == _headId && outcome is not { Kind: OutcomeKind.PlansWritten })
        {
            return this;
        }

        var kept = draft?.Leftover is { Request: { Kind: RunKind.NewPlans, Text: var text } } ? text : "";
        return new PlanWish(draft?.Head?.Id, kept);
    }
}
