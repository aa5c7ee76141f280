using System.Reflection;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>Finds the texts in a stored value by its type, however deep they lie.</summary>
internal static class TextPaths
{
    /// <summary>Where texts can stand: "Order.StopCondition", "Recalled[].Text".</summary>
    public static IEnumerable<string> Of(Type type, string at)
    {
        if (type == typeof(string))
        {
            return [at];
        }

        if (ElementOf(type) is { } element)
        {
            return Of(element, $"{at}[]");
        }

        return IsOurs(type) ? PropertiesOf(type).SelectMany(property => Of(property.PropertyType, $"{at}.{property.Name}")) : [];
    }

    public static bool HasAny(Type type) => Of(type, "").Any();

    /// <summary>What a list holds, or a dictionary for its keys.</summary>
    public static Type? ElementOf(Type type) => type.IsGenericType && type.IsInterface ? type.GetGenericArguments()[^1] : null;

    public static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    /// <summary>The properties that are stored: those that can be given.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);

    private static bool IsOurs(Type type) => type is { IsEnum: false, IsClass: true } && type.Namespace?.StartsWith("RecurrentGpt", StringComparison.Ordinal) is true;
}
