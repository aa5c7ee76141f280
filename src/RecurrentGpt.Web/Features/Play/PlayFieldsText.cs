namespace RecurrentGpt.Web.Features.Play;

/// <summary>Names the words of the choice how a story is played: <c>IStringLocalizer&lt;PlayFieldsText&gt;</c> reads PlayFieldsText.resx.</summary>
public sealed class PlayFieldsText;
