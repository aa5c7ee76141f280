namespace RecurrentGpt.Web.Hosting;

/// <summary>The addresses that the program was told to listen on.</summary>
internal static class ListenAddresses
{
    /// <summary>Reads them where the server itself will: its own endpoints win over addresses, addresses over ports. Empty when nobody names any.</summary>
    public static IReadOnlyList<string> Of(IConfiguration configuration)
    {
        string[] endpoints = [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];
        var urls = Split(configuration[WebHostDefaults.ServerUrlsKey]);
        var addresses = urls.Length > 0
            ? urls
            : [.. OnPorts("http", configuration[WebHostDefaults.HttpPortsKey]), .. OnPorts("https", configuration[WebHostDefaults.HttpsPortsKey])];
        var prefersUrls = configuration[WebHostDefaults.PreferHostingUrlsKey] is { } prefers && (prefers == "1" || prefers.Equals("true", StringComparison.OrdinalIgnoreCase));

        return endpoints.Length == 0 || (prefersUrls && addresses.Length > 0) ? addresses : endpoints;
    }

    private static IEnumerable<string> OnPorts(string scheme, string? ports) => Split(ports).Select(port => $"{scheme}://*:{port}");

    private static string[] Split(string? values) => values?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
