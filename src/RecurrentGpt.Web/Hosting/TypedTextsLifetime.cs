using RecurrentGpt.Web.Layout;

namespace RecurrentGpt.Web.Hosting;

/// <summary>Stores what was typed in the last moment before the program is told to end, instead of leaving it to browsers that may have gone.</summary>
internal sealed class TypedTextsLifetime(TypedTexts typed) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => typed.StoreAsync().WaitAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
