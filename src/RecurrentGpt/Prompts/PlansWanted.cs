using System.Collections.ObjectModel;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>Which plans are asked for anew, what they are to be like, and what they must differ from.</summary>
public sealed record PlansWanted
{
    /// <summary>The plans to write, by their numbers, in order; all three unless said otherwise.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [.. Enumerable.Range(1, ReplyForm.NewPlans.Sections.Count)];

    /// <summary>The texts of the plans that are to be replaced; empty where none were offered.</summary>
    public IReadOnlyList<string> Replaced { get; init; } = [];

    /// <summary>The plans that stay as they stand, by their numbers.</summary>
    public IReadOnlyDictionary<int, string> Standing { get; init; } = ReadOnlyDictionary<int, string>.Empty;

    /// <summary>What the author wishes of the new plans; empty for nothing.</summary>
    public string Wish { get; init; } = "";

    /// <summary>The sections to ask for.</summary>
    public ReplyForm Form => Numbers.Count == ReplyForm.NewPlans.Sections.Count ? ReplyForm.NewPlans : ReplyForm.NewPlans.Only([.. Numbers.Select(SectionOf)]);

    /// <summary>What to ask for, by the plans that a step offers: all that are not locked, or one. No plan that is locked is ever asked for.</summary>
    /// <param name="offered">The plans as they stand.</param>
    /// <param name="number">The one to replace, from 1; null for all.</param>
    /// <param name="wish">The author's wish; may be empty.</param>
    /// <returns>Null when there is nothing to ask for, because all that is meant is locked.</returns>
    public static PlansWanted? Of(IReadOnlyList<OfferedPlan> offered, int? number, string wish)
    {
        ArgumentNullException.ThrowIfNull(offered);
        var numbers = Enumerable.Range(1, ReplyForm.NewPlans.Sections.Count).Where(each => (number ?? each) == each && !offered.Any(plan => plan.Number == each && plan.IsLocked)).ToList();
        var (replaced, standing) = (offered.Where(plan => numbers.Contains(plan.Number)), offered.Where(plan => !numbers.Contains(plan.Number)));
        return numbers.Count == 0 ? null : new PlansWanted
        {
            Numbers = numbers,
            Replaced = [.. replaced.Select(plan => plan.Text).Where(text => text.Length > 0)],
            Standing = standing.Where(plan => plan.Text.Length > 0).ToDictionary(plan => plan.Number, plan => plan.Text),
            Wish = wish,
        };
    }

    /// <summary>The section that a plan comes under.</summary>
    internal static Section SectionOf(int number) => ReplyForm.NewPlans.Sections[number - 1];

    /// <summary>The label that a plan comes under.</summary>
    internal static string LabelOf(int number) => Labels.Of(SectionOf(number), ReplyForm.NewPlans);
}
