using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.People;

/// <summary>What came of a call, as text in which every id is the same, so that outcomes for different ids can be compared.</summary>
internal static partial class CallOutcome
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly JsonSerializerOptions Json = new()
    {
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <param name="own">A story of whoever calls, which their desk shows.</param>
    public static async Task<string> OfAsync(Handler handler, IServiceProvider page, object?[] arguments, Guid own)
    {
        try
        {
            var service = handler.ServiceOn(page);
            await (service is WritingSession session && handler.Method.Name != nameof(session.OpenAsync) ? session.OpenAsync(own) : Task.CompletedTask);
            var result = await EndAsync(handler.Method.Invoke(service, arguments)).WaitAsync(Limit);
            return Same($"{Shown(result)} {Shown(service.GetType().GetProperty("View")?.GetValue(service))}");
        }
        catch (TargetInvocationException failure)
        {
            return Same($"throws {failure.InnerException!.GetType().Name}: {failure.InnerException.Message}");
        }
        catch (Exception failure) when (failure is not NotSupportedException)
        {
            return Same($"throws {failure.GetType().Name}: {failure.Message}");
        }
    }

    private static async Task<object?> EndAsync(object? returned)
    {
        switch (returned)
        {
            case Task task:
                await task;
                return task.GetType().GetProperty("Result")?.GetValue(task);
            case ValueTask task:
                await task;
                return null;
            default:
                return returned;
        }
    }

    public static string Shown(object? value) => value switch
    {
        null => "nothing",
        IDisposable or IAsyncDisposable => value.GetType().Name,
        IEnumerable when value.GetType().GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)) => "a stream",
        _ => Serialized(value),
    };

    private static string Serialized(object value)
    {
        try
        {
            return JsonSerializer.Serialize(value, value.GetType(), Json);
        }
        catch (Exception failure) when (failure is NotSupportedException or JsonException or InvalidOperationException)
        {
            return value.ToString()!;
        }
    }

    private static string Same(string text) => AnId().Replace(text, "#");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex AnId();
}
