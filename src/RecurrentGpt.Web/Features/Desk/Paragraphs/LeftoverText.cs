namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>Names the resource with the words about prose that was left over: <c>IStringLocalizer&lt;LeftoverText&gt;</c> reads LeftoverText.resx.</summary>
public sealed class LeftoverText;
