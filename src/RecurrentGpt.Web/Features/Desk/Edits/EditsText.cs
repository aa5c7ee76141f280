namespace RecurrentGpt.Web.Features.Desk.Edits;

/// <summary>Names the words of edits and what they bring with them: <c>IStringLocalizer&lt;EditsText&gt;</c> reads EditsText.resx.</summary>
public sealed class EditsText;
