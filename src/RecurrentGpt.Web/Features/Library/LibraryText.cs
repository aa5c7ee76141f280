namespace RecurrentGpt.Web.Features.Library;

/// <summary>Names the words of the library's screen: <c>IStringLocalizer&lt;LibraryText&gt;</c> reads LibraryText.resx.</summary>
public sealed class LibraryText;
