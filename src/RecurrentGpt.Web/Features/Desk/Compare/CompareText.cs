namespace RecurrentGpt.Web.Features.Desk.Compare;

/// <summary>Names the words of comparing branches: <c>IStringLocalizer&lt;CompareText&gt;</c> reads CompareText.resx.</summary>
public sealed class CompareText;
