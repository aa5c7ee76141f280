using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Hosting;

/// <summary>
/// Ends the runs when the program is told to end, while its pages still stand: they are told of it, and draw what is left. Later, as storage closes, there would be
/// nothing to draw it with.
/// </summary>
internal sealed class RunsLifetime(IStoriesInMemory stories) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => stories.InterruptAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
