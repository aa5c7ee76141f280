using System.Globalization;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage;

/// <summary>Refuses what the screen never lets through: a text cut to fit would no longer be what the author wrote.</summary>
internal static class TextLimit
{
    public static void Check(string text, int limit, string name)
    {
        if (text.Length > limit)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The text has {text.Length:N0} characters; the limit {name} is {limit:N0}."), nameof(text));
        }
    }

    public static void Check(StoryCard card)
    {
        Check(card.Title, StoryLimits.Title, nameof(StoryLimits.Title));
        Check(card.Genre, StoryLimits.Genre, nameof(StoryLimits.Genre));
        Check(card.Premise, StoryLimits.Premise, nameof(StoryLimits.Premise));
        Check(card.Language, StoryLimits.Language, nameof(StoryLimits.Language));
    }

    public static void Check(RunRequest request)
    {
        switch (request.Kind)
        {
            case RunKind.OwnOpening:
                Check(request.Text, StoryLimits.OwnOpening, nameof(StoryLimits.OwnOpening));
                break;
            case RunKind.NewPlans or RunKind.Rewrite or RunKind.Judgement:
                Check(request.Text, StoryLimits.Wish, nameof(StoryLimits.Wish));
                break;
            default:
                Check(request.Text, StoryLimits.Paragraph, nameof(StoryLimits.Paragraph));
                break;
        }

        // What a model wrote is as long as it is; its author may follow it.
        if (request.Plan is { Source: PlanSource.Own or PlanSource.Edited, Text: var plan })
        {
            Check(plan, StoryLimits.Plan, nameof(StoryLimits.Plan));
        }
    }

    public static void Check(StorySettings settings)
    {
        if (settings.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException($"These settings are out of their range: {string.Join(", ", problems)}.", nameof(settings));
        }
    }
}
