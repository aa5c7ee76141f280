using Microsoft.Extensions.DependencyInjection.Extensions;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Features.Desk.Lookahead;

internal static class LookaheadServices
{
    public static IServiceCollection AddLookahead(this IServiceCollection services)
    {
        services.AddOwn<DeskLookahead>();
        services.TryAddScoped<AheadCosts>();
        return services;
    }
}
