using System.Text.Encodings.Web;
using System.Text.Json;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>A story with all that the recurrence carried, for other programs. The fields are a contract: docs/export.md.</summary>
internal static class JsonExport
{
    // The file is nobody's web page, so only what JSON itself asks for is escaped, and a Chinese story stays readable.
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(ExportedStory story, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Form);
        json.WriteStartObject();
        WriteCard(json, story);
        json.WriteStartArray("steps");
        await foreach (var step in story.Steps.WithCancellation(cancellationToken))
        {
            JsonStep.Write(json, step);
            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void WriteCard(Utf8JsonWriter json, ExportedStory story)
    {
        json.WriteString("title", story.Card.Title);
        json.WriteString("genre", story.Card.Genre);
        json.WriteString("premise", story.Card.Premise);
        json.WriteString("language", story.Card.Language);
        json.WriteString("kind", JsonNames.Of(story.Card.Kind));
        json.WriteString("outline", story.Card.Outline);
    }
}
