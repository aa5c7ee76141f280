namespace RecurrentGpt.Web.Hosting.Limits;

/// <summary>Names the words of what is refused because it is too much: <c>IStringLocalizer&lt;LimitsText&gt;</c> reads LimitsText.resx.</summary>
public sealed class LimitsText;
