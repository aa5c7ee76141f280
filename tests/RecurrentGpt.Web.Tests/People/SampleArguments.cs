using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Tests.Doubles;
using RecurrentGpt.Web.Tests.Features.Export;

namespace RecurrentGpt.Web.Tests.People;

/// <summary>Makes the arguments of any handler, which name what somebody has. What it cannot make fails the test, so that no new handler is left out.</summary>
internal sealed class SampleArguments(Belongings whose)
{
    /// <summary>Whether a value of the type says what a call is about.</summary>
    public static bool Names(Type type) => Names(type, []);

    private static bool Names(Type type, HashSet<Type> seen)
    {
        if (type == typeof(Guid) || type == typeof(Guid?))
        {
            return true;
        }

        if (type.IsArray || (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable))))
        {
            return type.GetElementType() is { } element ? Names(element, seen) : type.GetGenericArguments().Any(argument => Names(argument, seen));
        }

        return type.Namespace?.StartsWith("RecurrentGpt", StringComparison.Ordinal) == true && !type.IsEnum && !type.IsAssignableTo(typeof(Delegate)) && seen.Add(type)
            && type.GetProperties().Any(property => Names(property.PropertyType, seen));
    }

    public object?[] Of(MethodInfo method) => [.. method.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!))];

    private object? Make(Type type, string name) => type switch
    {
        _ when type == typeof(Guid) || type == typeof(Guid?) => IdOf(name),
        _ when type == typeof(string) => name.StartsWith("before", StringComparison.OrdinalIgnoreCase) ? "Before" : name == "embeddingModel" ? "local/2" : "Words of somebody else",
        _ when type == typeof(bool) || type == typeof(bool?) => true,
        _ when type == typeof(int) || type == typeof(int?) => name is "to" or "last" or "count" ? 5 : 1,
        _ when type == typeof(long) => 1L,
        _ when type == typeof(double) || type == typeof(double?) => 0.5,
        _ when type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?) => whose.Story.CreatedAt,
        _ when type == typeof(TimeSpan) || type == typeof(TimeSpan?) => TimeSpan.Zero,
        _ when type == typeof(ReadOnlyMemory<float>) => (ReadOnlyMemory<float>)new[] { 0.6f, 0.8f },
        _ when type == typeof(CancellationToken) => CancellationToken.None,
        _ when type == typeof(Stream) => new MemoryStream(),
        _ when type == typeof(object) => new object(),
        _ when type == typeof(Story) => whose.Story,
        _ when type == typeof(Step) => whose.Head,
        _ when type == typeof(StorySettings) => new StorySettings { ParagraphSentences = 11 },
        _ when type == typeof(StoryPrompts) => name == "before" ? StoryPrompts.Default : StoryPrompts.Default with { NewPlans = TemplateForm.NewPlans.Default with { System = TemplateForm.NewPlans.Default.System + " Be brief." } },
        _ when type == typeof(AutopilotRecord) => whose.Autopilot,
        _ when type == typeof(AutopilotOrder) => new AutopilotOrder { Steps = 1 },
        _ when type == typeof(RunRequest) => new RunRequest(whose.Story.Id, RunKind.Step) { ParentId = whose.Head.Id, Plan = new Plan("Go on.", PlanSource.Own) },
        _ when type == typeof(RunEnd) => new RunEnd(RunState.Stopped, null, "Half a sentence"),
        _ when type == typeof(StoryChange) => Written.Change(Written.Step("Words of somebody else")),
        _ when type == typeof(EntryVector) => new EntryVector(whose.Head.Id, $"Summary: {whose.Head.Paragraph}", new[] { 1f, 0f }),
        _ when type == typeof(ExportedStory) => new ExportedStory { Card = whose.Story.Card, ChangedAt = whose.Story.ChangedAt, Paragraphs = 1, Words = 3, Steps = One(ExportedSteps.Told(whose.Head)), Prose = One(new ExportedParagraph(whose.Head.Paragraph, "", "", Turn: null)) },
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when type.IsAssignableTo(typeof(Delegate)) => Nothing(type),
        _ when ElementOf(type) is { } element => OneOf(element, name),
        _ when type.Namespace?.StartsWith("RecurrentGpt", StringComparison.Ordinal) == true => MakeRecord(type),
        _ => throw new NotSupportedException($"There is no sample for {type}; add one, so that handlers that take it are tried."),
    };

    private Guid IdOf(string name) => name.ToUpperInvariant() switch
    {
        var story when story.Contains("STORY", StringComparison.Ordinal) => whose.Story.Id,
        var run when run.Contains("RUN", StringComparison.Ordinal) => whose.RunId,
        var autopilot when autopilot.Contains("AUTOPILOT", StringComparison.Ordinal) => whose.Autopilot.Id,
        _ => whose.Head.Id,
    };

    private static async IAsyncEnumerable<T> One<T>(T item)
    {
        await Task.CompletedTask;
        yield return item;
    }

    private static Type? ElementOf(Type type) => type.GetElementType()
        ?? (type.IsGenericType && type.GetGenericArguments() is [var element] && type.IsAssignableFrom(element.MakeArrayType()) ? element : null);

    private Array OneOf(Type element, string name)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Make(element, name), 0);
        return array;
    }

    private object MakeRecord(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(constructor => constructor.GetParameters().Length).FirstOrDefault(constructor => constructor.GetParameters().All(parameter => parameter.ParameterType != type))
            ?? throw new NotSupportedException($"There is no sample for {type}; add one, so that handlers that take it are tried.");
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null))
        {
            property.SetValue(made, Make(property.PropertyType, property.Name));
        }

        return made;
    }

    private static Delegate Nothing(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var body = invoke.ReturnType == typeof(Task) ? Expression.Constant(Task.CompletedTask) : (Expression)Expression.Default(invoke.ReturnType);
        return Expression.Lambda(type, body, parameters).Compile();
    }
}
