using System.Reflection;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>
/// Holds keys that are filled with an enumeration's member against all its members. Which enumeration it is, is told by name: that of a property, a field or a
/// parameter, or the end of the enumeration's own. Where at least half of the members have their key, the others are missing.
/// </summary>
internal static class FilledKeys
{
    private static readonly Type[] Types = [.. typeof(Program).Assembly.GetTypes(), .. typeof(Story).Assembly.GetTypes()];

    private static readonly ILookup<string, Type> Enumerations = Named().ToLookup(pair => pair.Name, pair => pair.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys that a use lacks; empty when it has all, or no enumeration is meant.</summary>
    public static IReadOnlyList<string> MissingOf(KeyUse use, IReadOnlySet<string> keys) => MissingOf(use, keys, Enumerations[use.Filling].Distinct());

    public static IReadOnlyList<string> MissingOf(KeyUse use, IReadOnlySet<string> keys, IEnumerable<Type> enumerations)
    {
        if (use.Pattern.Count(letter => letter == KeyUse.Hole) != 1)
        {
            return [];
        }

        return enumerations
            .Select(type => (All: Enum.GetNames(type).Length, Missing: Enum.GetNames(type).Select(name => use.Pattern.Replace($"{KeyUse.Hole}", name, StringComparison.Ordinal)).Where(key => !keys.Contains(key)).ToList()))
            .Where(found => found.Missing.Count * 2 <= found.All)
            .OrderBy(found => found.Missing.Count)
            .Select(found => found.Missing)
            .FirstOrDefault() ?? [];
    }

    private static IEnumerable<(string Name, Type Type)> Named()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var members = Types.SelectMany(type => type.GetProperties(All).Select(one => (one.Name, one.PropertyType))
            .Concat(type.GetFields(All).Select(one => (one.Name, one.FieldType)))
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters()).Select(one => (one.Name ?? "", one.ParameterType))));
        var own = Types.Where(type => type.IsEnum).SelectMany(type => Ends(type.Name).Select(end => (end, type)));
        return members.Select(one => (one.Item1, Type: Nullable.GetUnderlyingType(one.Item2) ?? one.Item2)).Where(one => one.Type.IsEnum && Types.Contains(one.Type)).Concat(own);
    }

    // ModelProvider ends with Provider.
    private static IEnumerable<string> Ends(string name) => Enumerable.Range(0, name.Length).Where(i => char.IsUpper(name[i])).Select(i => name[i..]);
}
