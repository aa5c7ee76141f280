using System.Net;
using System.Net.Sockets;
using System.Security.Claims;

namespace RecurrentGpt.Web.Hosting.Limits;

/// <summary>Who asks, as far as it is counted.</summary>
internal static class Asker
{
    // A household has a whole network of the newer addresses (/64), each browser in it many.
    private const int PrefixBytes = 8;

    /// <summary>The person, or the address where nobody has signed in.</summary>
    public static string Of(ClaimsPrincipal person, IPAddress? address) => person.FindFirstValue(ClaimTypes.NameIdentifier) ?? Of(address);

    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, PrefixBytes),
        _ => address.ToString(),
    };
}
