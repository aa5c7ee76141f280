using System.Text.Json;
using RecurrentGpt.Memory;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>One step in the exported file.</summary>
internal static class JsonStep
{
    public static void Write(Utf8JsonWriter json, ExportedStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("number", step.Number);
        if (step.Chapter.Length > 0)
        {
            json.WriteString("chapter", step.Chapter);
        }

        WritePlan(json, step.Plan);
        WriteTurn(json, step.Turn);
        json.WriteString("paragraph", step.Paragraph);
        json.WriteString("summary", step.Summary);
        json.WriteString("rationale", step.Rationale);
        json.WriteString("memory", step.ShortTermMemory);
        WritePlans(json, step.Plans);
        WriteRecalled(json, step.Recalled);
        json.WriteString("model", step.Model);
        WriteUsage(json, step.Usage);
        json.WriteString("writtenAt", step.WrittenAt);
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject("plan");
        json.WriteString("text", plan.Text);
        json.WriteString("source", JsonNames.Of(plan.Source));
        json.WriteEndObject();
    }

    private static void WriteTurn(Utf8JsonWriter json, PlayTurn? turn)
    {
        if (turn is not null)
        {
            json.WriteStartObject("turn");
            json.WriteString("kind", JsonNames.Of(turn.Kind));
            json.WriteNumber("number", turn.Number);
            json.WriteEndObject();
        }
    }

    private static void WritePlans(Utf8JsonWriter json, IReadOnlyList<string> plans)
    {
        json.WriteStartArray("plans");
        foreach (var plan in plans)
        {
            json.WriteStringValue(plan);
        }

        json.WriteEndArray();
    }

    private static void WriteRecalled(Utf8JsonWriter json, IReadOnlyList<RecalledEntry> recalled)
    {
        json.WriteStartArray("recalled");
        foreach (var entry in recalled)
        {
            json.WriteStartObject();
            json.WriteNumber("step", entry.Step);
            WriteScore(json, entry.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // An entry that was sent because it is recent or pinned may have no score.
    private static void WriteScore(Utf8JsonWriter json, double? score)
    {
        if (score is { } known && double.IsFinite(known))
        {
            json.WriteNumber("score", known);
        }
        else
        {
            json.WriteNull("score");
        }
    }

    private static void WriteUsage(Utf8JsonWriter json, TokenUsage usage)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("input", usage.Input);
        json.WriteNumber("output", usage.Output);
        json.WriteNumber("cached", usage.Cached);
        json.WriteEndObject();
    }
}
