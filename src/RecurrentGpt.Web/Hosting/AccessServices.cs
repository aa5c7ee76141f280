using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Hosting;

internal static class AccessServices
{
    /// <summary>Who gets to the program, from where, and under which name.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddCheckedOptions<SignInOptions>(SignInOptions.Section);
        services.AddCheckedOptions<AccessOptions>(AccessOptions.Section);
        services.AddSingleton<Guard>();
        services.AddOwnHosts();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AccessOptions>>((forwarded, access) => Trust(forwarded, access.Value.KnownProxies));
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.Configure<KestrelServerOptions>(server => server.AddServerHeader = false);
        // The first filter is the outermost.
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, FrontDoor>());
        return services;
    }

    private static void Trust(ForwardedHeadersOptions forwarded, IEnumerable<string> proxies)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }
    }
}
