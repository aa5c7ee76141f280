using Microsoft.Extensions.DependencyInjection.Extensions;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.People;

public static class PeopleServices
{
    /// <summary>Who is here, and what works for them. Without sign-in that is the owner of the desk, whoever asks.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.TryAddScoped(_ => Person.First());
        services.AddSingleton<Studies>();
        services.AddSingleton<IStoriesInMemory>(provider => provider.GetRequiredService<Studies>());
        services.AddScoped(provider => provider.GetRequiredService<Studies>().Of(provider.GetRequiredService<Person>().Id));
        services.AddScoped(provider => provider.GetRequiredService<Study>().Shelf);
        services.AddScoped(provider => provider.GetRequiredService<Study>().Previews);
        services.AddScoped(provider => provider.GetRequiredService<Study>().Looks);
        return services;
    }
}
