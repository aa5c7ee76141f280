namespace RecurrentGpt.Web.Features.Desk.Sent;

public enum SentKind
{
    NextPlan,
    NextOwnPlan,
    NextNewPlans,
    Now,
    LastAttempt,
    Paragraph,

    /// <summary>Plans that were asked for anew.</summary>
    NewPlans,

    /// <summary>A paragraph that was read again after an edit.</summary>
    Reread,

    /// <summary>A passage that was written again, or was to be.</summary>
    Rewrite,

    /// <summary>A paragraph that was compared with its plan, or was to be.</summary>
    Coverage,

    /// <summary>The simulated author's choice of the plan after a paragraph.</summary>
    Choice,

    /// <summary>A stop condition, judged after a paragraph.</summary>
    Judgement,

    /// <summary>A run that did not end well and is offered no more.</summary>
    Attempt,
}
