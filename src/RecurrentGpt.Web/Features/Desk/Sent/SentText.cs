namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>Names the words of "What was sent": <c>IStringLocalizer&lt;SentText&gt;</c> reads SentText.resx.</summary>
public sealed class SentText;
