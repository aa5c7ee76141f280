namespace RecurrentGpt.Recurrence;

/// <summary>Thrown for a failure that has a name, and so words of its own on the screen.</summary>
public abstract class FailureException : Exception
{
    private protected FailureException(StepFailure failure, Exception? inner)
        : base(failure?.Detail, inner) => Failure = failure ?? new StepFailure(FailureKind.Unexpected);

    /// <summary>What happened.</summary>
    public StepFailure Failure { get; }
}

/// <summary>Thrown by a model client, and before a run that may not be.</summary>
public sealed class ModelException : FailureException
{
    /// <summary>Makes the exception for a failure.</summary>
    public ModelException(StepFailure failure, Exception? inner = null)
        : base(failure, inner)
    {
    }
}

/// <summary>
/// Thrown by a store that cannot read or write just now: a full disk, a disk that takes no writing. Nothing has changed, and the same may be tried again.
/// </summary>
public sealed class StoreException : FailureException
{
    /// <summary>Makes the exception for a failure of the store.</summary>
    public StoreException(StepFailure failure, Exception? inner = null)
        : base(failure, inner)
    {
    }
}
