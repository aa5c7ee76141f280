using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Sent;

internal enum SentKind
{
    Paragraph,
    LastAttempt,
    Now,
}

/// <summary>A run whose prompts can be looked at: the paragraphs that it wrote, or an attempt that wrote none.</summary>
internal sealed record SentChoice(Guid RunId, SentKind Kind, int First, int Last)
{
    /// <summary>All runs of the draft, in order; the latest comes last.</summary>
    public static IReadOnlyList<SentChoice> Of(DeskView view)
    {
        var choices = new List<SentChoice>();
        foreach (var paragraph in view.Draft?.Paragraphs ?? [])
        {
            if (choices.Count > 0 && choices[^1].RunId == paragraph.RunId)
            {
                choices[^1] = choices[^1] with { Last = paragraph.Number };
            }
            else
            {
                choices.Add(new SentChoice(paragraph.RunId, SentKind.Paragraph, paragraph.Number, paragraph.Number));
            }
        }

        if (view.Leftover is { } leftover)
        {
            choices.Add(new SentChoice(leftover.Id, SentKind.LastAttempt, 0, 0));
        }

        if (view.Live is { } live)
        {
            choices.Add(new SentChoice(live.RunId, SentKind.Now, 0, 0));
        }

        return choices;
    }
}
