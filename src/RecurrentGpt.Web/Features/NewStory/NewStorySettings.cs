using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.NewStory;

/// <summary>How a new story is written, by its kind.</summary>
internal static class NewStorySettings
{
    /// <summary>Sentences between two choices: a reader who acts waits for each passage, and one of a novel's length has forgotten the choice before the next comes.</summary>
    public const int PlayedSentences = 8;

    public static StorySettings Of(StoryKind kind, PlaySettings play) =>
        kind == StoryKind.InteractiveFiction ? new StorySettings { ParagraphSentences = PlayedSentences, Play = play } : new StorySettings();
}
