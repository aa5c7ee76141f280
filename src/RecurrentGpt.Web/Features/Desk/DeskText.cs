namespace RecurrentGpt.Web.Features.Desk;

/// <summary>Names the resource that holds every word of the desk: <c>IStringLocalizer&lt;DeskText&gt;</c> reads DeskText.resx.</summary>
public sealed class DeskText;
