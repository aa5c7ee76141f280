namespace RecurrentGpt.Web.Commands;

/// <summary>Where this machine reaches a desk that listens on the given addresses.</summary>
internal static class OwnAddress
{
    private static readonly Uri Default = new("http://127.0.0.1:5080");

    /// <param name="urls">As in ASPNETCORE_URLS: addresses with semicolons between, "+" and "*" for any host.</param>
    public static Uri Find(string? urls)
    {
        var first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        var reachable = first?
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://[::]", "://[::1]", StringComparison.Ordinal);

        return Uri.TryCreate(reachable, UriKind.Absolute, out var address) ? address : Default;
    }
}
