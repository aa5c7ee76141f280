using System.Text.Json;

namespace RecurrentGpt.Replies;

/// <summary>Reads a reply that came as a JSON object with the labels, in any case and spacing, for keys.</summary>
internal sealed class JsonReply
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly LabelTable _labels;
    private readonly ReplyForm _form;
    private readonly Dictionary<Section, string> _sections = [];

    private JsonReply(ReplyForm form) => (_form, _labels) = (form, LabelTable.For(form));

    /// <summary>What the object holds, or null when the reply is no JSON or holds nothing that the form asks for.</summary>
    internal static Findings? Read(string text, ReplyForm form)
    {
        if (JsonText.Find(text, out var isCut) is not { } json)
        {
            return null;
        }

        var reply = new JsonReply(form);
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            reply.ReadObject(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Malformed, or an escape that is no character: not a JSON reply.
            return null;
        }

        return reply._sections.Count > 0 || isCut ? new Findings(reply._sections, null, HasLabels: true, isCut) : null;
    }

    private void ReadObject(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            ReadValue(property.Name.Trim(), property.Value);
        }
    }

    private void ReadValue(string name, JsonElement value)
    {
        var key = _labels.Whole(name);
        var group = key?.Role == LabelRole.Plans ? Group(Section.Instruction1)
            : string.Equals(name, "paragraphs", StringComparison.OrdinalIgnoreCase) ? Group(Section.Paragraph1)
            : [];
        if (group.Count > 0)
        {
            Keep(group.Zip(Items(value)));
        }
        else if (key?.Section is { } section && (value.ValueKind is JsonValueKind.String or JsonValueKind.Array))
        {
            Keep([(section, AllText(value))]);
        }
        else if (key?.Section is { } answer && ShortAnswer.Is(answer) && value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        {
            Keep([(answer, value.GetRawText())]);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            ReadObject(value);
        }
    }

    private List<Section> Group(Section first) => [.. _form.Sections.Where(section => section >= first && section <= first + 2)];

    private void Keep(IEnumerable<(Section Section, string Text)> found)
    {
        foreach (var (section, text) in found)
        {
            _sections[section] = SectionText.Of(text);
        }
    }

    private static IEnumerable<string> Items(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Select(AllText),
        JsonValueKind.Object => value.EnumerateObject().Select(property => AllText(property.Value)),
        JsonValueKind.String => PlanList.Split(value.GetString()),
        _ => [],
    };

    private static string AllText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(AllText)),
        JsonValueKind.Object => string.Join(' ', value.EnumerateObject().Select(property => AllText(property.Value))),
        _ => "",
    };
}
