namespace RecurrentGpt.Web.Storage;

/// <summary>Work that is done between writes and stores nothing new.</summary>
internal sealed class QueuedRest(Action rest) : IQueuedWrite
{
    public Task RunAsync(Func<Task<WriteTransaction>> begin, Action stored, Func<Exception, Exception> named)
    {
        rest();
        return Task.CompletedTask;
    }
}
