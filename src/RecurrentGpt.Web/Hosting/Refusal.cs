using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Hosting;

internal static class Refusal
{
    private const int CannotStart = 1;

    /// <summary>Runs the program until it is stopped. When its data cannot be opened it says why, without a stack trace, and does not start.</summary>
    public static async Task<int> RunUnlessRefusedAsync(this WebApplication app)
    {
        await using (app)
        {
            try
            {
                await app.Services.GetRequiredService<StorageStartup>().OpenAsync();
            }
            catch (StorageException refusal)
            {
                await Console.Error.WriteLineAsync(refusal.Message);
                return CannotStart;
            }

            await app.RunAsync();
            return 0;
        }
    }
}
