using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>What an estimate rests on: what the story's requests took lately, and where there were none, the next prompt as it stands.</summary>
public sealed record EstimateBasis
{
    public required StorySettings Settings { get; init; }

    /// <summary>Tokens of the next step's prompt with nothing recalled.</summary>
    public required int PromptTokens { get; init; }

    /// <summary>Tokens of short-term memory as it stands.</summary>
    public required int MemoryTokens { get; init; }

    /// <summary>What the latest paragraphs of the path took; empty when none was measured.</summary>
    public IReadOnlyList<TokenUsage> Steps { get; init; } = [];

    /// <summary>What the latest choices of the simulated author took.</summary>
    public IReadOnlyList<TokenUsage> Choices { get; init; } = [];

    /// <summary>What the latest judgements of a stop condition took.</summary>
    public IReadOnlyList<TokenUsage> Judgements { get; init; } = [];

    /// <summary>Of what lies on the desk; nothing is asked for it.</summary>
    public static EstimateBasis Of(Story story, Step head)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(head);
        var plan = head.Plans.Count > 0 ? head.Plans[0].Text : "";
        var prompt = StepPrompt.Render(story.Card, story.Settings, head.Paragraph, head.ShortTermMemory, [], plan, newCharacter: false, story.Prompts.Step, head.LockedSentences);
        return new EstimateBasis
        {
            Settings = story.Settings,
            PromptTokens = TokenEstimate.Of(prompt.System.Text) + TokenEstimate.Of(prompt.User),
            MemoryTokens = TokenEstimate.Of(head.ShortTermMemory),
        };
    }
}
