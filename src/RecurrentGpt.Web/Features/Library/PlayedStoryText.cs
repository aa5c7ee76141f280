namespace RecurrentGpt.Web.Features.Library;

/// <summary>Names the words of a story on the shelf that is played: <c>IStringLocalizer&lt;PlayedStoryText&gt;</c> reads PlayedStoryText.resx.</summary>
public sealed class PlayedStoryText;
