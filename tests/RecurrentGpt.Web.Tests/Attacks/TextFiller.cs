using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>
/// Puts a text into every place of stored rows that can hold one. The places are found by looking at the rows themselves, those in JSON columns too, so that a new one cannot be forgotten.
/// </summary>
/// <param name="next">Says which text comes to a place, by its path and the most characters that it takes.</param>
internal sealed class TextFiller(Func<string, int?, string> next)
{
    private readonly HashSet<string> _filled = [];

    /// <summary>The places that were given a text.</summary>
    public IReadOnlySet<string> Filled => _filled;

    /// <summary>All places in a database that can hold a text; keys and names of states are none of anybody's.</summary>
    public static IEnumerable<string> PlacesIn(IModel model) => model.GetEntityTypes().SelectMany(entity => TextsOf(entity).SelectMany(property => TextPaths.Of(property.ClrType, PathOf(property))));

    public void Fill(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            Fill(entry);
        }
    }

    private void Fill(EntityEntry entry)
    {
        foreach (var property in TextsOf(entry.Metadata))
        {
            var current = entry.Property(property);
            current.CurrentValue = Attacked(property.ClrType, current.CurrentValue, PathOf(property), property.GetMaxLength());
        }
    }

    private object? Attacked(Type type, object? value, string at, int? limit = null)
    {
        if (type == typeof(string))
        {
            _filled.Add(at);
            return next(at, limit);
        }

        return !TextPaths.HasAny(type) ? value
            : TextPaths.IsDictionary(type) ? Dictionary(type, value, at)
            : TextPaths.ElementOf(type) is { } element ? List(element, value, at)
            : Record(type, value, at);
    }

    private Array List(Type element, object? value, string at)
    {
        var items = (value as IEnumerable ?? Array.Empty<object>()).Cast<object?>().DefaultIfEmpty(null).Select(item => Attacked(element, item, $"{at}[]")).ToList();
        var list = Array.CreateInstance(element, items.Count);
        items.ToArray().CopyTo(list, 0);
        return list;
    }

    private IDictionary Dictionary(Type type, object? value, string at)
    {
        var (key, element) = (type.GetGenericArguments()[0], type.GetGenericArguments()[1]);
        var filled = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, element))!;
        foreach (var name in Enum.GetValues(key))
        {
            filled.Add(name, Attacked(element, null, $"{at}[]"));
        }

        return filled;
    }

    private object Record(Type type, object? value, string at)
    {
        var filled = value is null ? New(type) : type.GetMethod("<Clone>$")!.Invoke(value, null)!;
        foreach (var property in TextPaths.PropertiesOf(type).Where(property => TextPaths.HasAny(property.PropertyType)))
        {
            property.SetValue(filled, Attacked(property.PropertyType, property.GetValue(filled), $"{at}.{property.Name}"));
        }

        return filled;
    }

    private static object New(Type type)
    {
        var maker = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First();
        return maker.Invoke([.. maker.GetParameters().Select(parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)]);
    }

    private static IEnumerable<IProperty> TextsOf(IEntityType entity) => entity.GetProperties()
        .Where(property => !property.IsKey() && !property.IsForeignKey() && !property.IsShadowProperty() && TextPaths.HasAny(property.ClrType));

    private static string PathOf(IProperty property) => $"{property.DeclaringType.ClrType.Name}.{property.Name}";
}
