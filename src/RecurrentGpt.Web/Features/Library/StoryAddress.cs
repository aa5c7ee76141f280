using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Library;

/// <summary>Where a story is opened: one that is played on its reading page, any other on the desk.</summary>
internal static class StoryAddress
{
    public static string Of(Guid storyId, StoryKind kind) => kind == StoryKind.InteractiveFiction ? $"/play/{storyId}" : OfDesk(storyId);

    public static string OfDesk(Guid storyId) => $"/stories/{storyId}";
}
