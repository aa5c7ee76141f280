using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage.Search;

namespace RecurrentGpt.Web.Features.Search;

internal static class SearchServices
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddHostedService<SearchReading>();
        return services.AddTransient<WordSearch>().AddOwnTransient<LibrarySearch>();
    }
}
