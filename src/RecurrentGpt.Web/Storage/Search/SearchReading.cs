using System.Threading.Channels;

namespace RecurrentGpt.Web.Storage.Search;

/// <summary>Reads new and changed paragraphs into the index behind everybody's back, soon after the start and after each write.</summary>
internal sealed partial class SearchReading(
    SearchIndex index, WriteQueue writes, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<SearchReading> logger) : BackgroundService
{
    // The start, and the first page after it, come first.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    // A run saves its partial text once a second; what was written can wait as long.
    private static readonly TimeSpan Throttle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // One word is enough, however many writes there were before it is heard.
        var written = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watching = writes.Subscribe(() => written.Writer.TryWrite(true));
        await StartedAsync(stoppingToken);
        for (var wait = Settling; ; wait = await ReadAsync(stoppingToken))
        {
            await Task.Delay(wait, clock, stoppingToken);
            if (wait == Throttle)
            {
                await written.Reader.ReadAsync(stoppingToken);
            }
        }
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    /// <returns>How long to wait for the next look.</returns>
    private async Task<TimeSpan> ReadAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await index.ReadSomeAsync(stoppingToken) ? Breath : Throttle;
        }
        catch (DatabaseReplacedException)
        {
            return Breath;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !stoppingToken.IsCancellationRequested)
        {
            LogFailed(failure);
            return AfterTrouble;
        }
    }

    [LoggerMessage(LogLevel.Warning, "New paragraphs could not be read into the index of their words; it is tried again in a minute")]
    private partial void LogFailed(Exception failure);
}
