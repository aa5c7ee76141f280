using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace RecurrentGpt.Web.Storage;

internal static class KeyRing
{
    /// <summary>Keeps the keys that protect provider keys and antiforgery tokens in the data folder, so that both outlive a restart.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("RecurrentGPT Web");
        services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((options, folder, logging) =>
        {
            folder.Create();
            options.XmlRepository = new KeyFiles(new DirectoryInfo(folder.Keys), logging);
        });

        return services;
    }
}
