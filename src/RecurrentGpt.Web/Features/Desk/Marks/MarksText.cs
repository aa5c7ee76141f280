namespace RecurrentGpt.Web.Features.Desk.Marks;

/// <summary>Names the words of locks, headings and notes: <c>IStringLocalizer&lt;MarksText&gt;</c> reads MarksText.resx.</summary>
public sealed class MarksText;
