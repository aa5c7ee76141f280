namespace RecurrentGpt.Web.Features.Play;

/// <summary>Names the words of the page that a story is played on: <c>IStringLocalizer&lt;PlayText&gt;</c> reads PlayText.resx.</summary>
public sealed class PlayText;
