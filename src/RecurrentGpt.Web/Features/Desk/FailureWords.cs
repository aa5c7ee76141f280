using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Features.Desk;

internal static class FailureWords
{
    public static string Of(StepFailure failure) => $"{failure.Kind}. {failure.Detail}";
}
