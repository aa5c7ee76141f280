namespace RecurrentGpt.Web.Features.Desk.Coverage;

/// <summary>Names the words of plan coverage: <c>IStringLocalizer&lt;CoverageText&gt;</c> reads CoverageText.resx.</summary>
public sealed class CoverageText;
