namespace RecurrentGpt.Web.Features.Desk;

/// <summary>Names the words about a story's language: <c>IStringLocalizer&lt;TongueText&gt;</c> reads TongueText.resx.</summary>
public sealed class TongueText;
