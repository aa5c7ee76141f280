using System.ClientModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace RecurrentGpt.Web.Models;

/// <summary>
/// Writes a chat request. By hand and not with the SDK's types: its own stream hides endings that matter here, so the answer is read from
/// the wire, and then the request may as well hold exactly what is meant and nothing else.
/// </summary>
internal static class ChatRequestBody
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BinaryContent Write(string model, IEnumerable<ChatMessage> messages, ChatOptions? options, string tokenLimitName)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            WriteMessages(json, messages);
            json.WriteBoolean("stream", true);
            json.WriteStartObject("stream_options");
            json.WriteBoolean("include_usage", true);
            json.WriteEndObject();
            WriteOptions(json, options, tokenLimitName);
            json.WriteEndObject();
        }

        return BinaryContent.Create(BinaryData.FromBytes(bytes.ToArray()));
    }

    private static void WriteMessages(Utf8JsonWriter json, IEnumerable<ChatMessage> messages)
    {
        json.WriteStartArray("messages");
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("role", message.Role.Value);
            json.WriteString("content", message.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter json, ChatOptions? options, string tokenLimitName)
    {
        if (options?.Temperature is { } temperature)
        {
            json.WriteNumber("temperature", temperature);
        }

        if (options?.MaxOutputTokens is { } limit)
        {
            json.WriteNumber(tokenLimitName, limit);
        }
    }
}
