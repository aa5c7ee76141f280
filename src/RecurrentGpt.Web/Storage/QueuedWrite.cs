namespace RecurrentGpt.Web.Storage;

internal interface IQueuedWrite
{
    /// <summary>Never throws: what goes wrong is its caller's to know.</summary>
    Task RunAsync(Func<Task<WriteTransaction>> begin);
}

/// <summary>A write that waits for its turn.</summary>
internal sealed class QueuedWrite<T>(Func<WritingDb, Task<T>> write, CancellationToken cancellationToken) : IQueuedWrite
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Completion => _completion.Task;

    public async Task RunAsync(Func<Task<WriteTransaction>> begin)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            _completion.TrySetCanceled(cancellationToken);
            return;
        }

        try
        {
            _completion.TrySetResult(await WriteAsync(begin));
        }
        catch (Exception failure)
        {
            _completion.TrySetException(failure);
        }
    }

    private async Task<T> WriteAsync(Func<Task<WriteTransaction>> begin)
    {
        await using var transaction = await begin();
        var result = await write(transaction.Db);
        await transaction.CommitAsync();

        return result;
    }
}
