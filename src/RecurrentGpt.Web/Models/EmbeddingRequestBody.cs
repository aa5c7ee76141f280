using System.ClientModel;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RecurrentGpt.Web.Models;

/// <summary>Writes an embedding request. It asks for no encoding: numbers are what every server can send, and a step has two vectors.</summary>
internal static class EmbeddingRequestBody
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BinaryContent Write(string model, IEnumerable<string> texts, int? dimensions)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteStartArray("input");
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
            if (dimensions is { } length)
            {
                json.WriteNumber("dimensions", length);
            }

            json.WriteEndObject();
        }

        return BinaryContent.Create(BinaryData.FromBytes(bytes.ToArray()));
    }
}
