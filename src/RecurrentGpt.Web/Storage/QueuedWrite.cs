namespace RecurrentGpt.Web.Storage;

internal interface IQueuedWrite
{
    /// <summary>Never throws: what goes wrong is its caller's to know.</summary>
    /// <param name="begin">Begins the transaction.</param>
    /// <param name="stored">Told that it was stored, before the caller hears of it: whoever has stored finds no older trouble.</param>
    /// <param name="named">Gives what went wrong its name, before the caller hears of it.</param>
    Task RunAsync(Func<Task<WriteTransaction>> begin, Action stored, Func<Exception, Exception> named);
}

/// <summary>A write that waits for its turn.</summary>
internal sealed class QueuedWrite<T>(Func<WritingDb, Task<T>> write, CancellationToken cancellationToken) : IQueuedWrite
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Completion => _completion.Task;

    public async Task RunAsync(Func<Task<WriteTransaction>> begin, Action stored, Func<Exception, Exception> named)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            _completion.TrySetCanceled(cancellationToken);
            return;
        }

        try
        {
            var result = await WriteAsync(begin);
            stored();
            _completion.TrySetResult(result);
        }
        catch (Exception failure)
        {
            _completion.TrySetException(named(failure));
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
