using Microsoft.Extensions.DependencyInjection.Extensions;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Lookahead;
using RecurrentGpt.Repetition;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage.Search;

namespace RecurrentGpt.Web.People;

public static class OwnServices
{
    /// <summary>
    /// A service of one page, request or command that works with the runners of its person. They are no services themselves: a scope would end them with its page.
    /// </summary>
    public static IServiceCollection AddOwn<T>(this IServiceCollection services)
        where T : class
    {
        services.TryAddScoped(Make<T>);
        return services;
    }

    /// <summary>The same for a service that is made anew for each that asks.</summary>
    public static IServiceCollection AddOwnTransient<T>(this IServiceCollection services)
        where T : class
    {
        services.TryAddTransient(Make<T>);
        return services;
    }

    private static T Make<T>(IServiceProvider page)
        where T : class => ActivatorUtilities.CreateInstance<T>(new WithStudy(page));

    private sealed class WithStudy(IServiceProvider page) : IServiceProvider
    {
        public object? GetService(Type serviceType) => page.GetService(serviceType) ?? OfStudy(serviceType);

        private object? OfStudy(Type type) => type switch
        {
            _ when type == typeof(StoryRunner) => Study.Runner,
            _ when type == typeof(AutopilotRunner) => Study.Autopilots,
            _ when type == typeof(LookaheadRunner) => Study.Lookahead,
            _ when type == typeof(MemoryIndexer) => Study.Indexer,
            _ when type == typeof(RepetitionWatch) => Study.Watch,
            _ when type == typeof(LibraryVectors) => Study.Vectors,
            _ when type == typeof(QueryVectors) => Study.Queries,
            _ => null,
        };

        private Study Study => page.GetRequiredService<Study>();
    }
}
