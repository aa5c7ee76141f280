using RecurrentGpt.Memory;
using RecurrentGpt.Offline;
using RecurrentGpt.Play;
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

    /// <summary>The prompt of the last turn.</summary>
    public Prompt? Sent { get; private set; }

    public async Task<Reply> OpenAsync()
    {
        var reply = await AskAsync(card.Kind == StoryKind.InteractiveFiction ? PlayOpeningPrompt.Render(card, settings) : OpeningPrompt.Render(card, settings));
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

    /// <summary>Plays a turn; the prompt is kept for measuring.</summary>
    public async Task<Reply> PlayAsync(PlayTurn turn, string action, PlayTurn? before = null)
    {
        Sent = PlayPrompt.Render(card, settings, turn, before, Last, Memory, [.. _recalled.TakeLast(4)], action, newCharacter: false);
        var reply = await AskAsync(Sent);
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
        Plans = [.. ReplyForm.NewPlans.Sections.Where(reply.Sections.ContainsKey).Select(plan => reply[plan]!)];
        return reply;
    }
}
