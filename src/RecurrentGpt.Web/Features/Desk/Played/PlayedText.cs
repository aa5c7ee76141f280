namespace RecurrentGpt.Web.Features.Desk.Played;

/// <summary>Names the words of what was played, on the desk: <c>IStringLocalizer&lt;PlayedText&gt;</c> reads PlayedText.resx.</summary>
public sealed class PlayedText;
