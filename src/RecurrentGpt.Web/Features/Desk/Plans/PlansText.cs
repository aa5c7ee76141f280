namespace RecurrentGpt.Web.Features.Desk.Plans;

/// <summary>Names the words of the plans: <c>IStringLocalizer&lt;PlansText&gt;</c> reads PlansText.resx.</summary>
public sealed class PlansText;
