namespace RecurrentGpt.Web.Storage;

/// <summary>Puts another database in the place of the one that is written, when its turn has come.</summary>
internal sealed class QueuedReplacement<T>(Func<T> replace) : IQueuedWrite
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Completion => _completion.Task;

    public Task<bool> RunAsync(Func<Task<WriteTransaction>> begin, Func<Exception, Exception> named)
    {
        try
        {
            _completion.TrySetResult(replace());
            return Task.FromResult(true);
        }
        catch (Exception failure)
        {
            _completion.TrySetException(named(failure));
            return Task.FromResult(false);
        }
    }
}
