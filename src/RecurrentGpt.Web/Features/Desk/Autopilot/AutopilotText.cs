namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>Names the words of autopilot on the screen: <c>IStringLocalizer&lt;AutopilotText&gt;</c> reads AutopilotText.resx.</summary>
public sealed class AutopilotText;
