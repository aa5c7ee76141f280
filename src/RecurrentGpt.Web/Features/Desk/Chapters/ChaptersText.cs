namespace RecurrentGpt.Web.Features.Desk.Chapters;

/// <summary>Names the words of chapters and notes: <c>IStringLocalizer&lt;ChaptersText&gt;</c> reads ChaptersText.resx.</summary>
public sealed class ChaptersText;
