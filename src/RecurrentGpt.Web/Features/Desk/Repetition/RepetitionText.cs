namespace RecurrentGpt.Web.Features.Desk.Repetition;

/// <summary>Names the words of repeated sentences: <c>IStringLocalizer&lt;RepetitionText&gt;</c> reads RepetitionText.resx.</summary>
public sealed class RepetitionText;
