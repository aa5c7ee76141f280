using System.Text.Json;

namespace RecurrentGpt.Web.Models;

/// <summary>Reads JSON of which nothing may be taken for granted: what is not there, or is of another kind, is null.</summary>
internal static class JsonMembers
{
    public static JsonElement? Object(this JsonElement? json, string name) => json.Member(name, JsonValueKind.Object);

    public static JsonElement? Array(this JsonElement? json, string name) => json.Member(name, JsonValueKind.Array);

    public static string? Text(this JsonElement? json, string name) => json.Member(name, JsonValueKind.String) is { } text ? LooseText.Of(text) : null;

    public static long? Integer(this JsonElement? json, string name) =>
        json.Member(name, JsonValueKind.Number) is { } number && number.TryGetInt64(out var integer) ? integer : null;

    private static JsonElement? Member(this JsonElement? json, string name, JsonValueKind kind) =>
        json is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;
}
