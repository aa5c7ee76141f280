namespace RecurrentGpt.Web.Hosting;

/// <summary>
/// Refuses what the pages of other sites would have a browser do here in its person's name. A browser says by itself where a request comes from; a program
/// that says nothing has nobody's name to use.
/// </summary>
internal static class SameOrigin
{
    private const int HttpPort = 80;
    private const int HttpsPort = 443;
    private const string Circuits = "/_blazor";
    private const string Refused = "Pages of another site may not do that here. If this is your own desk behind a proxy, let it pass on the Host header or X-Forwarded-Host.";

    public static IApplicationBuilder UseSameOriginOnly(this IApplicationBuilder app) => app.Use((context, next) =>
        ChangesSomething(context.Request) && !IsOwn(context.Request)
            ? TypedResults.Text(Refused, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context)
            : next(context));

    private static bool ChangesSomething(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        || request.Path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase)
        || request.Headers.Upgrade.Count > 0;

    private static bool IsOwn(HttpRequest request)
    {
        var (origin, site) = (request.Headers.Origin, request.Headers["Sec-Fetch-Site"].ToString());
        return origin.Count == 0 ? site is "" or "same-origin" or "none"
            // Told to send no referrer, a browser hides the origin of its own forms, too.
            : origin == "null" ? site == "same-origin"
            : Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsHostOf(request, from);
    }

    // A proxy that ends TLS may not tell us so: https is then our own all the same. The other way round it is a page that anybody on the network can forge.
    private static bool IsHostOf(HttpRequest request, Uri from)
    {
        var isHttps = from.Scheme == Uri.UriSchemeHttps;
        return (isHttps || (from.Scheme == Uri.UriSchemeHttp && !request.IsHttps))
            && from.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
            && from.Port == (request.Host.Port ?? (isHttps ? HttpsPort : HttpPort));
    }
}
