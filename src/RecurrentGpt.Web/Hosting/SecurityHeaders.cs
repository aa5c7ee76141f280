using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.StaticAssets;

namespace RecurrentGpt.Web.Hosting;

internal static class SecurityHeaders
{
    private const string Scripts = "script-src 'self'";

    private const string Policy =
        $"default-src 'none'; {Scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string Permissions = "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    private static readonly ConditionalWeakTable<ImportMapDefinition, string> PoliciesOfPages = [];

    /// <summary>
    /// Tells the browser to run nothing but our own scripts, to show us in no frame and share no window with other sites, and to send no address on to them.
    /// </summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: who makes an error page clears what was set before.
        context.Response.OnStarting(Write, context.Response);
        return next(context);
    });

    /// <summary>Leaves no copy of what is written in the browser's cache. Files that are the same for everybody go on to be kept: they come before this, or are static assets.</summary>
    public static IApplicationBuilder UseNoStore(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return next(context);
    });

    private static Task Write(object response)
    {
        var (context, headers) = (((HttpResponse)response).HttpContext, ((HttpResponse)response).Headers);
        headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<ImportMapDefinition>() is { } map ? PoliciesOfPages.GetValue(map, PolicyWith) : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Task.CompletedTask;
    }

    // The one script that stands in the page itself: it tells modules the names of the files that hold them, and is known by its hash.
    private static string PolicyWith(ImportMapDefinition map)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map.ToString())));
        return Policy.Replace(Scripts, $"{Scripts} 'sha256-{hash}'", StringComparison.Ordinal);
    }
}
