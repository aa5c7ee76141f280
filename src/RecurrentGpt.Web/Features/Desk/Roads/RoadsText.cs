namespace RecurrentGpt.Web.Features.Desk.Roads;

/// <summary>Names the words of the roads not taken: <c>IStringLocalizer&lt;RoadsText&gt;</c> reads RoadsText.resx.</summary>
public sealed class RoadsText;
