using RecurrentGpt.Memory;
using RecurrentGpt.Offline;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Offline;

/// <summary>A story that the sample writer goes on with through the real prompts, one step after another.</summary>
internal sealed class OfflineStory(StoryCard card, StorySettings settings, int seed = 1)
{
    private readonly SampleWriter _writer = new(new SampleWriterOptions { Seed = seed, WordsPerSecond = 0 }, new FakeClock());
    private readonly List<RecalledEntry> _recalled = [];
    private int _number = 3;

    public string Last { get; set; } = "";

    public string Memory { get; set; } = "";

    public IReadOnlyList<string> Plans { get; private set; } = [];

    public async Task<Reply> OpenAsync()
    {
        var reply = await AskAsync(OpeningPrompt.Render(card, settings));
        return Take(reply, Section.Paragraph3);
    }

    public async Task<Reply> OpenOwnAsync(string opening)
    {
        Last = opening;
        return Take(await AskAsync(OwnOpeningPrompt.Render(card, settings, opening)), null);
    }

    public async Task<Reply> StepAsync(string plan, bool newCharacter = false)
    {
        var reply = await AskAsync(StepPrompt.Render(card, settings, Last, Memory, [.. _recalled.TakeLast(4)], plan, newCharacter));
        _recalled.Add(new RecalledEntry(Guid.Empty, ++_number, reply[Section.ParagraphSummary]!, 0.5, RecallReason.Similar));
        return Take(reply, Section.Paragraph);
    }

    public async Task<Reply> AskAsync(Prompt prompt)
    {
        var response = await _writer.GetResponseAsync(prompt.ToMessages());
        var reply = ReplyParser.Read(response.Text, prompt.Form, ReplyEnd.Stop);
        Assert.True(reply.IsComplete, $"{reply.Problem}: {string.Join(", ", reply.Missing)}\n{response.Text}");
        Assert.Equal(prompt.Form.Sections.Order(), reply.Sections.Keys.Order());
        return reply;
    }

    private Reply Take(Reply reply, Section? paragraph)
    {
        Last = paragraph is { } section ? reply[section]! : Last;
        Memory = reply[Section.Memory]!;
        Plans = [reply[Section.Instruction1]!, reply[Section.Instruction2]!, reply[Section.Instruction3]!];
        return reply;
    }
}
