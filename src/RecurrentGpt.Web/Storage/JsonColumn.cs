using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RecurrentGpt.Web.Storage;

/// <summary>Keeps an immutable value as JSON in one column.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };

    // The values are never changed in place, so that a change is always another object.
    public static PropertyBuilder<T> HasJsonConversion<T>(this PropertyBuilder<T> property)
        where T : class? =>
        property.HasConversion(
            new ValueConverter<T, string>(value => Write(value), text => Read<T>(text)),
            new ValueComparer<T>((left, right) => ReferenceEquals(left, right), value => value == null ? 0 : value.GetHashCode(), value => value));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Format);

    private static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Format) ?? throw new InvalidOperationException("A column that must hold a value holds null.");
}
