namespace RecurrentGpt.Web.Features.Play;

/// <summary>Names the words of a playthrough outside its page: <c>IStringLocalizer&lt;PlaythroughText&gt;</c> reads PlaythroughText.resx.</summary>
public sealed class PlaythroughText;
