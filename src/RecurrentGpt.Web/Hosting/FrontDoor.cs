using Microsoft.Extensions.Options;

namespace RecurrentGpt.Web.Hosting;

/// <summary>What each request goes through first: before ASP.NET Core's own check of the host, which answers by itself, and before it is known who asks.</summary>
internal sealed class FrontDoor(IOptions<AccessOptions> access) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseSecurityHeaders();
        if (access.Value.BehindProxy)
        {
            app.UseForwardedHeaders();
        }

        app.UseSameOriginOnly();
        next(app);
    };
}
