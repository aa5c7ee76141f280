using Microsoft.Extensions.Options;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Commands;

/// <summary>Does a verb's work between the start and the end of a host, and turns what can go wrong into a message and an exit code.</summary>
internal static class Headless
{
    public static Task<int> RunAsync(string? dataFolder, TextWriter error, Func<IServiceProvider, Task<int>> work, CancellationToken stop) => LookAsync(
        dataFolder,
        error,
        async services =>
        {
            await services.GetRequiredService<StorageStartup>().OpenAsync(stop);
            return await work(services);
        },
        stop);

    /// <summary>The same for work that does without storage, or opens it by itself.</summary>
    public static async Task<int> LookAsync(string? dataFolder, TextWriter error, Func<IServiceProvider, Task<int>> work, CancellationToken stop)
    {
        try
        {
            return await WithHostAsync(dataFolder, error, work);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped.");
            return ExitCode.Stopped;
        }
        catch (Exception failure) when (failure is UsageException or StorageException or OptionsValidationException)
        {
            await error.WriteLineAsync(failure.Message);
            return ExitCode.Usage;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{failure.Message} What was written is kept in the data folder; \"export\" makes the file again.");
            return ExitCode.Failed;
        }
    }

    // The host is never started: it has no server, and whoever asks for a verb wants no services in the background. It checks its options as a
    // started one would.
    private static async Task<int> WithHostAsync(string? dataFolder, TextWriter error, Func<IServiceProvider, Task<int>> work)
    {
        var host = HeadlessHost.Build(dataFolder);
        try
        {
            host.Services.GetService<IStartupValidator>()?.Validate();
            await using var scope = host.Services.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        }
        catch (StoreException failure)
        {
            await error.WriteLineAsync(host.Services.GetRequiredService<FailureText>().Of(failure.Failure));
            return ExitCode.Failed;
        }
        finally
        {
            // What storage holds open ends asynchronously, and IHost itself says only Dispose.
            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }
}
