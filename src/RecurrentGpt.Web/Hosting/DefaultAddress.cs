namespace RecurrentGpt.Web.Hosting;

internal static class DefaultAddress
{
    /// <summary>
    /// Listens on the setting "DefaultUrl" when nobody names an address or a port. The usual settings "Urls" and "Kestrel:Endpoints" are
    /// no place for a default: in appsettings.json they win over ASPNETCORE_URLS.
    /// </summary>
    public static IWebHostBuilder UseDefaultAddress(this IWebHostBuilder host, IConfiguration configuration) =>
        ListenAddresses.Of(configuration).Count > 0 ? host : host.UseUrls(configuration["DefaultUrl"] ?? "http://127.0.0.1:5080");
}
