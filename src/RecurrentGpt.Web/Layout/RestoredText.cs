namespace RecurrentGpt.Web.Layout;

/// <summary>Names the words that tell of a restored backup: <c>IStringLocalizer&lt;RestoredText&gt;</c> reads RestoredText.resx.</summary>
public sealed class RestoredText;
