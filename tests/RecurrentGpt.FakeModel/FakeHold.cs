namespace RecurrentGpt.FakeModel;

/// <summary>A place in a reply where the server waits, so that a test can act in the middle of it.</summary>
public sealed class FakeHold
{
    // Only to end a test whose request never comes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the server has come to the place; fails when it does not come there in time.</summary>
    public Task Reached => _reached.Task.WaitAsync(Patience);

    /// <summary>Lets the server go on.</summary>
    public void Release() => _released.TrySetResult();

    internal Task WaitAsync(CancellationToken cancellationToken)
    {
        _reached.TrySetResult();
        return _released.Task.WaitAsync(cancellationToken);
    }
}
