using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage.Backups;

public sealed class BackupScheduleTests : IAsyncLifetime, IHostApplicationLifetime
{
    private readonly CancellationTokenSource _started = new();

    // Of its own, since the writes wait by the database's.
    private readonly FakeClock _clock = new();
    private TestDatabase _database = null!;

    public CancellationToken ApplicationStarted => _started.Token;

    public CancellationToken ApplicationStopping => default;

    public CancellationToken ApplicationStopped => default;

    private IReadOnlyList<BackupCopy> Copies => _database.Services.GetRequiredService<BackupShelf>().List();

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _started.Dispose();
    }

    void IHostApplicationLifetime.StopApplication() => throw new NotSupportedException();

    [Fact]
    public async Task Run_DayAfterDay_CopiesAfterTheStartAndThenWhenSomethingHasChanged()
    {
        using var schedule = Schedule(TimeSpan.FromDays(1));
        await schedule.StartAsync(default);
        Assert.Equal(0, _clock.Waiting);
        await _started.CancelAsync();

        await PassAsync(TimeSpan.FromSeconds(20));
        Assert.Single(Copies);

        await PassAsync(TimeSpan.FromDays(1));
        Assert.Single(Copies);

        await _database.Settings.SaveAsync("a", "1", default);
        await PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, Copies.Count);
        await schedule.StopAsync(default);
    }

    [Fact]
    public async Task Run_ATryFails_TriesAgainSoon()
    {
        Directory.Delete(_database.Folder.Backups);
        using var schedule = Schedule(TimeSpan.FromDays(1));
        await schedule.StartAsync(default);
        await _started.CancelAsync();
        await PassAsync(TimeSpan.FromSeconds(20));
        var keeper = _database.Services.GetRequiredService<BackupKeeper>();
        Assert.Equal(BackupWork.Taking, keeper.State.Failure!.Work);

        Directory.CreateDirectory(_database.Folder.Backups);
        await PassAsync(TimeSpan.FromMinutes(15));

        Assert.Null(keeper.State.Failure);
        Assert.Single(Copies);
        await schedule.StopAsync(default);
    }

    [Fact]
    public async Task Run_EveryIsZero_CopiesNothing()
    {
        using var schedule = Schedule(TimeSpan.Zero);
        await schedule.StartAsync(default);
        await _started.CancelAsync();

        await schedule.ExecuteTask!;

        Assert.Equal(0, _clock.Waiting);
        Assert.Empty(Copies);
    }

    private BackupSchedule Schedule(TimeSpan every) => new(
        _database.Services.GetRequiredService<BackupKeeper>(),
        _database.Services.GetRequiredService<BackupShelf>(),
        this,
        Options.Create(new BackupOptions { Every = every }),
        _clock);

    // The schedule works between two waits; each is waited for before the clock moves on to it.
    private async Task PassAsync(TimeSpan time)
    {
        var until = _clock.GetUtcNow() + time;
        while (_clock.GetUtcNow() < until)
        {
            await WaitingAsync();
            var step = until - _clock.GetUtcNow();
            step = step < TimeSpan.FromMinutes(30) ? step : TimeSpan.FromMinutes(30);
            _database.Clock.Advance(step);
            _clock.Advance(step);
        }

        await WaitingAsync();
    }

    private async Task WaitingAsync()
    {
        while (_clock.Waiting == 0)
        {
            await Task.Yield();
        }
    }
}
