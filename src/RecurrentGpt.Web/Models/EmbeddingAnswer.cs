using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace RecurrentGpt.Web.Models;

/// <summary>Reads the vectors of an answer and refuses any that could not be compared.</summary>
internal static class EmbeddingAnswer
{
    /// <summary>The vectors in the order of the texts; the problem, in a sentence, when they are not all there or cannot be used.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static (IReadOnlyList<float[]> Vectors, string? Problem) Read(string text, int count, int? dimensions)
    {
        using var json = JsonDocument.Parse(text);
        if (((JsonElement?)json.RootElement).Array("data") is not { } data)
        {
            return ([], Reasons.Of("NoEmbeddings"));
        }

        if (data.GetArrayLength() != count)
        {
            return ([], Reasons.Of("EmbeddingCount", data.GetArrayLength(), count));
        }

        var vectors = new float[count][];
        foreach (var (place, item) in data.EnumerateArray().Index())
        {
            var index = ((JsonElement?)item).Integer("index") ?? place;
            if (index < 0 || index >= count || vectors[index] is not null)
            {
                return ([], Reasons.Of("EmbeddingTwice"));
            }

            vectors[index] = Vector(item);
        }

        return (vectors, vectors.Select(vector => Problem(vector, dimensions ?? vectors[0].Length)).FirstOrDefault(problem => problem is not null));
    }

    private static string? Problem(float[] vector, int dimensions)
    {
        if (vector.Length == 0)
        {
            return Reasons.Of("EmbeddingWithoutNumbers");
        }

        if (vector.Length != dimensions)
        {
            return Reasons.Of("EmbeddingLength", vector.Length, dimensions);
        }

        if (!vector.All(float.IsFinite))
        {
            return Reasons.Of("EmbeddingNotFinite");
        }

        return vector.All(value => value == 0) ? Reasons.Of("EmbeddingZeros") : null;
    }

    private static float[] Vector(JsonElement? item) => item.Array("embedding") is { } numbers
        ? [.. numbers.EnumerateArray().Select(Number)]
        : FromBase64(item.Text("embedding") ?? "");

    private static float Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out var number) ? number : float.NaN;

    private static float[] FromBase64(string text)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Convert.TryFromBase64String(text, bytes, out var length) && length % sizeof(float) == 0
            ? MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, length)).ToArray()
            : [];
    }
}
