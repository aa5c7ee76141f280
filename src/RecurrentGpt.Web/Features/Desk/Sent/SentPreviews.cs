using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>Looks at what would be sent next. What is being typed is stored first, so that it is what is looked at.</summary>
public sealed class SentPreviews(StepPreviews previews)
{
    public async Task<SentLook> LookAsync(DeskView view, SentChoice choice, CancellationToken cancellationToken)
    {
        await (view.Edits?.FlushAsync() ?? Task.CompletedTask);
        if (view.Edits is { IsSaved: false })
        {
            return new SentLook(null, LookProblem.NotSaved);
        }

        if (RequestOf(view, choice) is not { } request)
        {
            return new SentLook(null, LookProblem.Nothing);
        }

        try
        {
            var preview = await previews.LookAsync(request, cancellationToken);
            return new SentLook(preview, preview is null ? LookProblem.Nothing : LookProblem.None) { Request = request };
        }
        catch (ModelException e)
        {
            return new SentLook(null, LookProblem.Failed, e.Failure);
        }
    }

    private static RunRequest? RequestOf(DeskView view, SentChoice choice) => choice.Kind switch
    {
        SentKind.NextPlan when choice.First <= view.Edits?.Plans.Count => NextRun.OfPlan(view, choice.First - 1),
        SentKind.NextOwnPlan => NextRun.OfOwnPlan(view),
        SentKind.NextNewPlans => NextRun.OfNewPlans(view, choice.First > 0 ? choice.First : null),
        _ => null,
    };
}
