using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Hosting;

internal static class Refusal
{
    private const int CannotStart = 1;

    /// <summary>
    /// Runs the program until it is stopped. When others could come in unasked, or its data cannot be opened, it says why, without a stack trace, and does not start.
    /// </summary>
    public static async Task<int> RunUnlessRefusedAsync(this WebApplication app)
    {
        await using (app)
        {
            var guard = ActivatorUtilities.GetServiceOrCreateInstance<Guard>(app.Services);
            if ((guard.Refuse(ListenAddresses.Of(app.Configuration)) ?? await OpenAsync(app.Services)) is { } refusal)
            {
                return await EndAsync(refusal);
            }

            await app.StartAsync();
            // Judged once more by what the server made of its settings, so that no way to name an address slips by.
            if (guard.Refuse(RealAddresses(app.Services)) is { } late)
            {
                await app.StopAsync();
                return await EndAsync(late);
            }

            await app.WaitForShutdownAsync();
            return 0;
        }
    }

    private static async Task<string?> OpenAsync(IServiceProvider services)
    {
        try
        {
            await services.GetRequiredService<StorageStartup>().OpenAsync();
            return null;
        }
        catch (StorageException trouble)
        {
            return trouble.Message;
        }
    }

    private static IEnumerable<string> RealAddresses(IServiceProvider services) =>
        services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    private static async Task<int> EndAsync(string refusal)
    {
        await Console.Error.WriteLineAsync(refusal);
        return CannotStart;
    }
}
