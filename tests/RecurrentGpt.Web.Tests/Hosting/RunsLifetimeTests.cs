using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class RunsLifetimeTests
{
    [Fact]
    public async Task StoppingAsync_RunsGoOn_EndsThemAndWaitsUntilThatIsStored()
    {
        var stories = new Stories();
        var lifetime = new RunsLifetime(stories);

        var stopping = lifetime.StoppingAsync(CancellationToken.None);

        Assert.True(stories.IsInterrupted);
        Assert.False(stopping.IsCompleted);
        stories.Stored.SetResult();
        await stopping;
    }

    [Fact]
    public void AddRecurrence_AddsIt() =>
        Assert.Contains(new ServiceCollection().AddRecurrence(), service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(RunsLifetime));

    private sealed class Stories : IStoriesInMemory
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsInterrupted { get; private set; }

        public Task InterruptAsync()
        {
            IsInterrupted = true;
            return Stored.Task;
        }

        public void Forget() => throw new NotSupportedException("The end of the program forgets by itself.");
    }
}
