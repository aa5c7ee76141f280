namespace RecurrentGpt.Web.Features.Desk.TimeTravel;

/// <summary>Names the words of looking back: <c>IStringLocalizer&lt;TimeTravelText&gt;</c> reads TimeTravelText.resx.</summary>
public sealed class TimeTravelText;
