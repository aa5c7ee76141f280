using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Hosting;

public static class WritingServices
{
    /// <summary>All that writes and keeps stories, with a screen or without.</summary>
    public static IServiceCollection AddWriting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStorage(configuration);
        services.AddModels(configuration);
        services.AddRecurrence();
        services.AddScoped<StoryExport>();

        return services;
    }
}
