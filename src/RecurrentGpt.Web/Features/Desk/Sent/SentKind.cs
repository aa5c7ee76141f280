namespace RecurrentGpt.Web.Features.Desk.Sent;

public enum SentKind
{
    NextPlan,
    NextOwnPlan,
    NextNewPlans,
    Now,
    LastAttempt,
    Paragraph,
}
