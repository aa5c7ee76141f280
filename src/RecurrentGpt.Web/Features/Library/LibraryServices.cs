using RecurrentGpt.Web.Features.Library.Sample;

namespace RecurrentGpt.Web.Features.Library;

internal static class LibraryServices
{
    public static IServiceCollection AddLibrary(this IServiceCollection services) =>
        services.AddTransient<Shelf>().AddTransient<ShelvedAutopilots>().AddTransient<SampleStory>();
}
