using System.Globalization;
using System.Text.Json;

namespace RecurrentGpt.Web.Models;

/// <summary>What a server says of an error, in whichever of the usual shapes.</summary>
/// <param name="Message">Its words; the raw text when they are in no known place.</param>
/// <param name="Code">Code and type, joined; may be empty.</param>
internal sealed record ErrorBody(string Message, string Code)
{
    /// <summary>The status of HTTP that the code names; null when it names none.</summary>
    public int? Status => Code.Split(' ')
        .Select(code => int.TryParse(code, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600 ? status : (int?)null)
        .FirstOrDefault(status => status is not null);

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
        JsonElement? root = json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0 ? json[0] : json;
        if (root.Text("error") is { } text)
        {
            return new ErrorBody(text, "");
        }

        var error = root.Object("error");
        return error is not null || root.Text("message") is not null || root.Text("detail") is not null ? Of(error ?? root) : null;
    }

    private static ErrorBody Of(JsonElement? error) => new(
        error.Text("message") ?? error.Text("detail") ?? error?.GetRawText() ?? "",
        string.Join(' ', Codes(error).OfType<string>()));

    // Azure says in the inner error that its filter was the reason; others give numbers for codes.
    private static IEnumerable<string?> Codes(JsonElement? error) =>
    [
        error.Text("code"),
        error.Integer("code")?.ToString(CultureInfo.InvariantCulture),
        error.Text("type"),
        error.Object("innererror").Text("code"),
    ];
}
