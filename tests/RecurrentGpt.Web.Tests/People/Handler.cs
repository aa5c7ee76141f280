using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Repetition;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Tests.People;

/// <summary>A method by which a page, a request or a command reaches what is stored, and that is told what it is about.</summary>
internal sealed record Handler(Type Service, MethodInfo Method)
{
    // Whoever is given one of these reads or changes what people have.
    private static readonly Type[] Doors =
    [
        typeof(IDbContextFactory<WritingDb>), typeof(OwnWrites), typeof(IStoryStore), typeof(IAutopilotStore), typeof(MemoryShelf), typeof(StepPreviews), typeof(RecallLooks),
        typeof(StoryRunner), typeof(AutopilotRunner), typeof(MemoryIndexer), typeof(RepetitionWatch),
    ];

    // What a study hands out; they are no services themselves.
    private static readonly Type[] Runners = [typeof(StoryRunner), typeof(AutopilotRunner), typeof(MemoryIndexer), typeof(RepetitionWatch), typeof(StepPreviews), typeof(RecallLooks)];

    public string Name => $"{Service.Name}.{Method.Name}";

    /// <summary>All of them, from what is registered.</summary>
    public static IReadOnlyList<Handler> All(IServiceCollection registrations, IServiceProvider page)
    {
        var services = registrations
            .Where(service => service.Lifetime != ServiceLifetime.Singleton && service.ServiceType.Assembly.GetName().Name!.StartsWith("RecurrentGpt", StringComparison.Ordinal))
            .Select(service => service.ServiceType)
            .Where(type => !type.IsAssignableTo(typeof(Delegate)))
            .Where(type => IsDoor(page.GetRequiredService(type).GetType()))
            .Concat(Runners)
            .Distinct();
        return [.. services.SelectMany(MethodsOf).OrderBy(handler => handler.Name, StringComparer.Ordinal)];
    }

    public object ServiceOn(IServiceProvider page) => Service switch
    {
        _ when Service == typeof(StoryRunner) => page.GetRequiredService<Study>().Runner,
        _ when Service == typeof(AutopilotRunner) => page.GetRequiredService<Study>().Autopilots,
        _ when Service == typeof(MemoryIndexer) => page.GetRequiredService<Study>().Indexer,
        _ when Service == typeof(RepetitionWatch) => page.GetRequiredService<Study>().Watch,
        _ => page.GetRequiredService(Service),
    };

    private static bool IsDoor(Type type) => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Any(constructor => constructor.GetParameters().Any(parameter => Doors.Contains(parameter.ParameterType)));

    private static IEnumerable<Handler> MethodsOf(Type service) => service
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && method.Name is not (nameof(Equals) or "<Clone>$") && !method.ContainsGenericParameters && method.GetParameters().Any(parameter => SampleArguments.Names(parameter.ParameterType)))
        .Select(method => new Handler(service, method));
}
