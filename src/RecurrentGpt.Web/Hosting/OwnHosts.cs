using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Hosting;

/// <summary>
/// The names under which the desk may be asked for. A page of another site can have its own name point at this machine (DNS rebinding), and would then read
/// the desk as its own. Where nobody signs in, the names of the machine itself are all that is answered.
/// </summary>
internal static class OwnHosts
{
    private static readonly string[] OfLoopback = ["localhost", "127.0.0.1", "[::1]"];

    public static IServiceCollection AddOwnHosts(this IServiceCollection services)
    {
        services.AddOptions<HostFilteringOptions>().Configure<IConfiguration, IOptions<SignInOptions>>(
            (filter, configuration, signIn) => filter.AllowedHosts = [.. Of(configuration, signIn.Value)]);
        return services;
    }

    /// <summary>
    /// Those that the operator names, and always this machine's own, by which the health check comes. Signed in by a name that is not ours, nobody is anybody: with
    /// sign-in, on an address that others reach, any name will do.
    /// </summary>
    public static IEnumerable<string> Of(IConfiguration configuration, SignInOptions signIn)
    {
        var named = configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var addresses = ListenAddresses.Of(configuration);
        return named.Length > 0 ? named.Concat(OfLoopback)
            : signIn.Enabled && !addresses.All(LoopbackAddress.Is) ? ["*"]
            : OfLoopback.Concat(addresses.Where(LoopbackAddress.Is).Select(LoopbackAddress.HostOf).OfType<string>()).Distinct();
    }
}
