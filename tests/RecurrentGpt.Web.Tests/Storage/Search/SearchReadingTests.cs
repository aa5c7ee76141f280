using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Web.Storage.Search;
using RecurrentGpt.Web.Tests.Features.Search;

namespace RecurrentGpt.Web.Tests.Storage.Search;

public sealed class SearchReadingTests : IHostApplicationLifetime, IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _started = new();
    private SearchHost _host = null!;

    public CancellationToken ApplicationStarted => _started.Token;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    void IHostApplicationLifetime.StopApplication()
    {
    }

    public async Task InitializeAsync() => _host = await SearchHost.OpenAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose() => _started.Dispose();

    [Fact]
    public async Task Reading_AfterTheStartAndAfterEachWrite_ReadsWhatIsNew()
    {
        await _host.WriteAsync("Shore", "The lamp was lit.");
        using var reading = new SearchReading(_host.Index, _host.Database.Queue, this, _host.Database.Clock, NullLogger<SearchReading>.Instance);
        await reading.StartAsync(CancellationToken.None);
        await _started.CancelAsync();

        await PassUntilReadAsync();
        await _host.WriteAsync("Tower", "Another lamp.");
        await PassUntilReadAsync();

        Assert.Equal(2, await _host.AskAsync("SELECT count(*) FROM StepWords WHERE StepWords MATCH 'lamp'"));
        await reading.StopAsync(CancellationToken.None).WaitAsync(Patience);
    }

    // Nothing happens unless its clock goes on.
    private async Task PassUntilReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _host.AskAsync("SELECT count(*) FROM SearchedSteps WHERE IsRead = 0") > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            _host.Database.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }
}
