using Microsoft.Extensions.Configuration;

namespace RecurrentGpt.Web.Tests.Hosting;

internal static class Settings
{
    /// <param name="settings">Each as key=value.</param>
    public static IConfiguration Of(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Where(setting => setting.Length > 0).Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
        .Build();
}
