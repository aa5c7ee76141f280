using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Roads;

/// <summary>Puts a plan into the box of the author's own, where nothing that was typed is ever lost for it.</summary>
internal static class OwnPlanCopy
{
    /// <returns>The name of what is to be said of it.</returns>
    public static string Put(DeskView view, string plan)
    {
        if (view is not { CanWrite: true, Edits.OwnPlan: var own })
        {
            return "Busy";
        }

        var typed = own.Text.TrimEnd();
        var together = typed.Length > 0 ? $"{typed}\n\n{plan}" : plan;
        if (together.Length > StoryLimits.Plan)
        {
            return "TooLong";
        }

        own.Type(together);
        return typed.Length > 0 ? "UsedBelow" : "Used";
    }
}
