using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Features.NewStory;

/// <summary>Why a story was not begun.</summary>
public enum NewStoryProblemKind
{
    NoPremise,
    NoOpening,
    NoLanguage,
    TooLong,
    Model,
    NotStored,

    /// <summary>The person has as much as one may have.</summary>
    Limit,
}

/// <summary>What is wrong, and where.</summary>
/// <param name="Field">The property of <see cref="NewStoryForm"/> that has to be changed; empty when none has.</param>
public sealed record NewStoryProblem(NewStoryProblemKind Kind, string Field = "")
{
    public int Length { get; init; }

    public int Limit { get; init; }

    /// <summary>What the model's settings lack.</summary>
    public StepFailure? Failure { get; init; }
}
