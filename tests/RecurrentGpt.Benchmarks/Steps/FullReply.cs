using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Benchmarks.Steps;

/// <summary>Replies of the fake server, with paragraphs and memories as long as a step asks for: about 20 sentences each. By itself it writes shorter ones.</summary>
internal static class FullReply
{
    private const int Times = 3;

    // Its sentences are numbered by the request; those of a number that no request reaches are in no other reply.
    private const int Apart = 100_000;

    private static readonly string[] Long = ["Output Paragraph", "Paragraph 1", "Paragraph 2", "Paragraph 3", "Updated Memory", "Summary"];

    public static string Write(RecordedChatRequest request)
    {
        var more = Enumerable.Range(1, Times - 1).Select(time => Sections(request with { Number = request.Number + (time * Apart) })).ToList();
        return string.Join("\n\n", Sections(request).Select((section, place) => Longer(section, more.Select(other => other[place]))));
    }

    private static string[] Sections(RecordedChatRequest request) => FormReply.Write(request).Split("\n\n");

    private static string Longer(string section, IEnumerable<string> others) =>
        section.Split(":\n", 2) is [var label, _] && Long.Contains(label) ? string.Join(' ', others.Select(other => other.Split(":\n", 2)[1]).Prepend(section)) : section;
}
