using Microsoft.Extensions.Options;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>Takes a backup when the last one is old enough, as long as the program serves its pages.</summary>
internal sealed class BackupSchedule(
    BackupKeeper keeper, BackupShelf shelf, IHostApplicationLifetime lifetime, IOptions<BackupOptions> options, TimeProvider clock) : BackgroundService
{
    // The start, and the first page after it, must not share the disk with a copy.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(15);

    // Timers stand still while a machine sleeps, so the clock is looked at now and then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    private DateTimeOffset? _unchangedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Every == TimeSpan.Zero)
        {
            return;
        }

        await StartedAsync(stoppingToken);
        for (var wait = Settling; ; wait = await LookAsync(stoppingToken))
        {
            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    /// <returns>How long to wait for the next look.</returns>
    private async Task<TimeSpan> LookAsync(CancellationToken stoppingToken)
    {
        var every = options.Value.Every;
        if (Due() is var due && due <= clock.GetUtcNow())
        {
            var copy = await keeper.TakeAsync(BackupReason.Scheduled, stoppingToken);
            if (copy is null && keeper.State.Failure is not null)
            {
                return every < LongestRetry ? every : LongestRetry;
            }

            _unchangedAt = copy is null ? clock.GetUtcNow() : null;
            due = Due();
        }

        var left = due - clock.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < LongestWait ? left : LongestWait;
    }

    // When nothing has changed since the last copy, that one is as good as new.
    private DateTimeOffset Due()
    {
        DateTimeOffset?[] good = [_unchangedAt, shelf.List() is [var newest, ..] ? newest.TakenAt : null];
        return good.Max() is { } last ? last + options.Value.Every : DateTimeOffset.MinValue;
    }
}
