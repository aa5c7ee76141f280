using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RecurrentGpt.Web.Features.Desk.Tree;

internal static class TreeServices
{
    public static IServiceCollection AddTree(this IServiceCollection services)
    {
        services.TryAddScoped<TreeStore>();
        services.TryAddScoped<BranchStore>();
        return services;
    }
}
