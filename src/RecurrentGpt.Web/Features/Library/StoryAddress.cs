using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Library;

/// <summary>Where a story is opened: one that is played on its reading page, any other on the desk.</summary>
internal static class StoryAddress
{
    public static string Of(Guid storyId, StoryKind kind) => kind == StoryKind.InteractiveFiction ? $"/play/{storyId}" : OfDesk(storyId);

    /// <summary>Where one paragraph is read. A play opens where it stands.</summary>
    public static string OfParagraph(Guid storyId, StoryKind kind, Guid stepId) => kind == StoryKind.InteractiveFiction ? Of(storyId, kind) : $"{OfDesk(storyId)}?paragraph={stepId}";

    public static string OfDesk(Guid storyId) => $"/stories/{storyId}";
}
