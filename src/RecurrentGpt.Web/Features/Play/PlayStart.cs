using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>Where a reader enters a draft.</summary>
internal static class PlayStart
{
    /// <summary>
    /// How many paragraphs lie before the entry after a step; null when the draft does not hold it. Memory and plans of an opening belong to its last
    /// paragraph, so that one enters after the whole of it.
    /// </summary>
    public static int? Of(Draft draft, Guid? from)
    {
        var paragraphs = draft.Paragraphs;
        var at = from is null ? -1 : paragraphs.TakeWhile(paragraph => paragraph.StepId != from).Count();
        if (at < 0 || at == paragraphs.Count)
        {
            return null;
        }

        return at + 1 + paragraphs.Skip(at + 1).TakeWhile(paragraph => paragraph.Plan.Source == PlanSource.Opening).Count();
    }
}
