namespace RecurrentGpt.Web.Features.Search;

/// <summary>Names the words of the search: <c>IStringLocalizer&lt;SearchText&gt;</c> reads SearchText.resx.</summary>
public sealed class SearchText;
