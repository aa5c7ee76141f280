using Microsoft.Extensions.Localization;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>What a choice is called.</summary>
internal static class SentNames
{
    public static string Of(SentChoice choice, IStringLocalizer<SentText> text) => choice switch
    {
        { Kind: SentKind.NextPlan } => text["NextPlan", choice.First],
        { Kind: SentKind.NextOwnPlan } => text["NextOwnPlan"],
        { Kind: SentKind.NextNewPlans, First: 0 } => text["NextNewPlans"],
        { Kind: SentKind.NextNewPlans } => text["NextNewPlan", choice.First],
        { Kind: SentKind.Now } => text["Now"],
        { Kind: SentKind.LastAttempt } => text["LastAttempt"],
        { Kind: SentKind.NewPlans } => text["NewPlansAfter", choice.First],
        { Kind: SentKind.Reread } => text["RereadOf", choice.First],
        { Kind: SentKind.Rewrite } => text["RewriteOf", choice.First],
        { Kind: SentKind.Coverage } => text["CoverageOf", choice.First],
        { Kind: SentKind.Choice } => text["ChoiceAfter", choice.First],
        { Kind: SentKind.Judgement } => text["JudgementOf", choice.First],
        { Kind: SentKind.Attempt, First: 0 } => text["OpeningAttempt"],
        { Kind: SentKind.Attempt } => text["Attempt", choice.First + 1],
        { First: var first, Last: var last } when first != last => text["Opening", first, last],
        _ => text["Paragraph", choice.First],
    };
}
