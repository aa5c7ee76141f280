using Microsoft.Extensions.Localization;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Play;

internal static class PlayTitle
{
    /// <summary>The title, or a stand-in while the story has none.</summary>
    public static string Of(Story story, IStringLocalizer<PlayText> text) => string.IsNullOrWhiteSpace(story.Card.Title) ? text["Untitled"].Value : story.Card.Title;
}
