using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Autopilot.Fuses;

/// <summary>Blows when the model fails twice in a row, whatever it was asked for, and at once where no second try could help.</summary>
internal sealed class ModelFuse(AutopilotOptions options)
{
    private const int Most = 2;

    private static readonly FailureKind[] ForThePerson =
    [
        FailureKind.Unauthorized,
        FailureKind.Forbidden,
        FailureKind.NotFound,
        FailureKind.QuotaUsedUp,
        FailureKind.Rejected,
        FailureKind.ContextTooLong,
        FailureKind.NotStored,
        FailureKind.Locked,
    ];

    private int _inARow;

    /// <summary>Takes a success.</summary>
    internal void Succeeded() => _inARow = 0;

    /// <summary>Takes a failure; null when the model may be asked again after <see cref="Wait"/>.</summary>
    internal BlownFuse? Failed(StepFailure failure)
    {
        _inARow++;
        return _inARow >= Most || ForThePerson.Contains(failure.Kind) || failure.IsOfStore || failure.RetryAfter > options.MaxRetryAfter ? Of(failure) : null;
    }

    /// <summary>How long to wait before the model is asked again.</summary>
    internal TimeSpan Wait(StepFailure failure) => failure.RetryAfter is { } asked && asked > options.RetryAfter ? asked : options.RetryAfter;

    internal static BlownFuse Of(StepFailure failure) => new(FuseKind.ModelFailed) { Failure = failure };
}
