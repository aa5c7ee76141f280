namespace RecurrentGpt.Web.Storage;

/// <summary>Puts another database in the place of the one that is written, when its turn has come.</summary>
internal sealed class QueuedReplacement<T>(Func<T> replace) : IQueuedWrite
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Completion => _completion.Task;

    public Task RunAsync(Func<Task<WriteTransaction>> begin, Action stored, Func<Exception, Exception> named)
    {
        try
        {
            var result = replace();
            stored();
            _completion.TrySetResult(result);
        }
        catch (Exception failure)
        {
            _completion.TrySetException(named(failure));
        }

        return Task.CompletedTask;
    }
}
