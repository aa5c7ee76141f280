using System.Text.Json;
using RecurrentGpt.Replies;
using static RecurrentGpt.Tests.Replies.SampleReply;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Replies that came as JSON.</summary>
internal static class JsonReplies
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static IEnumerable<ReplyCase> All =>
    [
        new("JSON with the labels for keys", ReplyForm.Step, Json(Flat(label => label)), Step),
        new("JSON in snake case", ReplyForm.Step, Json(Flat(label => label.ToLowerInvariant().Replace(' ', '_'))), Step),
        new("JSON in camel case", ReplyForm.Step, Json(Flat(label => char.ToLowerInvariant(label[0]) + label[1..].Replace(" ", "", StringComparison.Ordinal))), Step),
        new("JSON in a fence, with talk", ReplyForm.Step, "Here is the reply:\n```json\n" + Json(Flat(label => label)) + "\n```\nEnjoy!", Step),
        new("JSON with plans as an array", ReplyForm.Step, Json(WithArray()), Step),
        new("JSON with plans as objects", ReplyForm.Step, Json(WithObjects()), Step),
        new("JSON with memory nested", ReplyForm.Step, Json(Nested()), Step),
        new("JSON with raw line breaks and a trailing comma", ReplyForm.Step, Json(Flat(label => label)).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\"\n}", "\",\n}", StringComparison.Ordinal), Step),
        new("JSON with Chinese keys", ReplyForm.Step, Json(new Dictionary<string, object>
        {
            ["段落"] = ChineseStep[Section.Paragraph], ["段落摘要"] = ChineseStep[Section.ParagraphSummary], ["理由"] = ChineseStep[Section.Rationale],
            ["更新的记忆"] = ChineseStep[Section.Memory], ["指令"] = Plans(ChineseStep),
        }), ChineseStep),
        new("JSON of an opening with arrays", ReplyForm.Opening, Json(new Dictionary<string, object>
        {
            ["title"] = Opening[Section.Name], ["outline"] = Opening[Section.Outline], ["summary"] = Opening[Section.Memory], ["instructions"] = Plans(Opening),
            ["paragraphs"] = new[] { Opening[Section.Paragraph1], Opening[Section.Paragraph2], Opening[Section.Paragraph3] },
        }), Opening),
        new("JSON cut off in the memory", ReplyForm.Step, CutIn(Json(Flat(label => label)), "Pavel knows"), Only(Step, Section.Paragraph, Section.ParagraphSummary, Section.Rationale))
        {
            End = ReplyEnd.Length, Problem = ReplyProblem.Truncated,
        },
        new("JSON cut off and nobody said so", ReplyForm.Step, CutIn(Json(Flat(label => label)), "A voice from"), Without(Step, Section.Instruction3)) { Problem = ReplyProblem.Truncated },
        new("JSON with two plans", ReplyForm.Step, Json(Flat(label => label, Section.Instruction3)), Without(Step, Section.Instruction3)) { Problem = ReplyProblem.MissingFields },
        new("JSON with the format for values", ReplyForm.Step, Json(Step.ToDictionary(section => Labels.Of(section.Key, ReplyForm.Step), object (_) => "...")), new Dictionary<Section, string>())
        {
            Problem = ReplyProblem.TemplateEcho,
        },
        new("JSON about something else", ReplyForm.Step, "{\"error\": {\"code\": 500, \"message\": \"overloaded\"}}", new Dictionary<Section, string>()) { Problem = ReplyProblem.MissingLabels },
        new("JSON with an escape that is no character", ReplyForm.Step, "{\"Output Paragraph\": \"\\uD800\"}", new Dictionary<Section, string>()) { Problem = ReplyProblem.Truncated },
        new("JSON with quote marks that are not escaped", ReplyForm.Step, Json(Flat(label => label)).Replace("\\u0022", "\"", StringComparison.Ordinal), Step),
    ];

    private static string Json(Dictionary<string, object> reply) => JsonSerializer.Serialize(reply, Indented);

    private static Dictionary<string, object> Flat(Func<string, string> key, params Section[] left) =>
        Without(Step, left).ToDictionary(section => key(Labels.Of(section.Key, ReplyForm.Step)), object (section) => section.Value);

    private static Dictionary<string, object> WithArray()
    {
        var reply = Flat(label => label, Section.Instruction1, Section.Instruction2, Section.Instruction3);
        reply["Instructions"] = Plans(Step);
        return reply;
    }

    private static Dictionary<string, object> WithObjects()
    {
        var reply = Flat(label => label, Section.Instruction1, Section.Instruction2, Section.Instruction3);
        reply["plans"] = Plans(Step).Select((plan, i) => new Dictionary<string, object> { ["id"] = i + 1, ["text"] = plan }).ToArray();
        return reply;
    }

    private static Dictionary<string, object> Nested()
    {
        var reply = Flat(label => label, Section.Rationale, Section.Memory);
        reply["output_memory"] = new Dictionary<string, string> { ["rational"] = Step[Section.Rationale], ["updated_memory"] = Step[Section.Memory] };
        return reply;
    }

    private static string[] Plans(IReadOnlyDictionary<Section, string> sections) => [sections[Section.Instruction1], sections[Section.Instruction2], sections[Section.Instruction3]];

    private static string CutIn(string text, string words) => text[..(text.IndexOf(words, StringComparison.Ordinal) + words.Length)];
}
