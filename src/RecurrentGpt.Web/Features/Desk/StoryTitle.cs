using Microsoft.Extensions.Localization;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk;

internal static class StoryTitle
{
    /// <summary>The title, or a stand-in while the story has none.</summary>
    public static string Of(Story story, IStringLocalizer<DeskText> text) => string.IsNullOrWhiteSpace(story.Card.Title) ? text["Untitled"].Value : story.Card.Title;
}
