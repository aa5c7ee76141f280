using System.Net;

namespace RecurrentGpt.Web.Hosting;

/// <summary>Tells addresses that only this machine reaches from those that others reach.</summary>
internal static class LoopbackAddress
{
    /// <summary>As the server reads an address: a name other than localhost stands for every address of the machine, as "+" and "*" do.</summary>
    public static bool Is(string address)
    {
        var parsed = Parse(address);
        return parsed is null || parsed.IsUnixPipe || parsed.IsNamedPipe || IsHost(parsed.Host);
    }

    /// <summary>The host under which a browser asks for it; null when it has none.</summary>
    public static string? HostOf(string address) => Parse(address) is { IsUnixPipe: false, IsNamedPipe: false } parsed ? parsed.Host : null;

    private static bool IsHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    // Nobody can listen on what is no address: the server says so itself, and ends.
    private static BindingAddress? Parse(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
