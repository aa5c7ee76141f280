using System.Text.Json;

namespace RecurrentGpt.FakeModel;

/// <summary>An embedding request, read.</summary>
/// <param name="Model">The model asked for.</param>
/// <param name="Inputs">The texts.</param>
/// <param name="Dimensions">The length asked for; null when the client leaves it to the server.</param>
/// <param name="IsBase64">Whether the client wants bytes and not numbers.</param>
/// <param name="Request">The request as it came.</param>
public sealed record RecordedEmbeddingRequest(string Model, IReadOnlyList<string> Inputs, int? Dimensions, bool IsBase64, RecordedRequest Request)
{
    internal static RecordedEmbeddingRequest Read(RecordedRequest request)
    {
        var json = request.Json();
        var input = json.GetProperty("input");
        var texts = input.ValueKind == JsonValueKind.Array ? input.EnumerateArray().Select(text => text.GetString()) : [input.GetString()];
        var dimensions = json.TryGetProperty("dimensions", out var wanted) ? wanted.GetInt32() : (int?)null;
        var isBase64 = json.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";

        return new(json.GetProperty("model").GetString() ?? "", [.. texts.OfType<string>()], dimensions, isBase64, request);
    }
}
