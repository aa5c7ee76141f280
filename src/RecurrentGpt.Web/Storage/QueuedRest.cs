namespace RecurrentGpt.Web.Storage;

/// <summary>Work that is done between writes and stores nothing new.</summary>
internal sealed class QueuedRest(Action rest) : IQueuedWrite
{
    public Task<bool> RunAsync(Func<Task<WriteTransaction>> begin, Func<Exception, Exception> named)
    {
        rest();
        return Task.FromResult(false);
    }
}
