using RecurrentGpt.Web.Features.Desk.Sent;

namespace RecurrentGpt.Web.Features.Desk;

public enum DialogKind
{
    Sent,
    Settings,
    Prompts,
    Shortcuts,
    AsItWas,
    Compare,
    Tree,
    EarlierTexts,
    Roads,
    Autopilot,
}

/// <summary>The dialog that lies on the desk.</summary>
public sealed record OpenDialog(DialogKind Kind)
{
    /// <summary>The step that it is about; null when it is about the story.</summary>
    public Guid? StepId { get; init; }

    /// <summary>What to show first of all that was or would be sent; null for the newest.</summary>
    public Func<SentChoice, bool>? First { get; init; }

    /// <summary>A step as it was when it was written.</summary>
    public static OpenDialog OfAsItWas(Guid stepId) => new(DialogKind.AsItWas) { StepId = stepId };

    /// <summary>The draft beside another branch: the one that ends with a step, or the one that was written last.</summary>
    public static OpenDialog OfCompare(Guid? tipId) => new(DialogKind.Compare) { StepId = tipId };

    /// <summary>What a run has sent; null for the newest run.</summary>
    public static OpenDialog OfSent(Guid? runId) =>
        new(DialogKind.Sent) { First = runId is { } id ? choice => choice.RunId == id : null };

    /// <summary>What a plan would send: an offered one, from 0, or the author's own.</summary>
    public static OpenDialog OfPreview(int? index) => new(DialogKind.Sent)
    {
        First = choice => index is { } offered ? choice is { Kind: SentKind.NextPlan } && choice.First == offered + 1 : choice is { Kind: SentKind.NextOwnPlan },
    };
}
