using RecurrentGpt.Web.Features.Library.Sample;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Features.Library;

internal static class LibraryServices
{
    public static IServiceCollection AddLibrary(this IServiceCollection services) =>
        services.AddOwnTransient<Shelf>().AddOwnTransient<ShelvedAutopilots>().AddTransient<SampleStory>();
}
