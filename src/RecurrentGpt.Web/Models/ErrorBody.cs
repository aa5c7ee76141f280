using System.Text.Json;

namespace RecurrentGpt.Web.Models;

/// <summary>What a server says of an error, in whichever of the usual shapes.</summary>
/// <param name="Message">Its words; the raw text when they are in no known place.</param>
/// <param name="Code">Code and type, joined; may be empty.</param>
internal sealed record ErrorBody(string Message, string Code)
{
    public static ErrorBody Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement) ?? new ErrorBody(body, "");
        }
        catch (JsonException)
        {
            return new ErrorBody(body.TrimStart().StartsWith('<') ? "" : body, "");
        }
    }

    /// <summary>Null when the JSON says nothing of an error.</summary>
    public static ErrorBody? Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0)
        {
            return Read(json[0]);
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (json.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String)
        {
            return error.ValueKind == JsonValueKind.String ? new(error.GetString() ?? "", "") : Of(error);
        }

        return Text(json, "message") is null && Text(json, "detail") is null ? null : Of(json);
    }

    private static ErrorBody Of(JsonElement error) => new(
        Text(error, "message") ?? Text(error, "detail") ?? error.GetRawText(),
        string.Join(' ', new[] { Text(error, "code"), Text(error, "type"), Inner(error) }.OfType<string>()));

    // Azure says in the inner error that its filter was the reason.
    private static string? Inner(JsonElement error) =>
        error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object ? Text(inner, "code") : null;

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
