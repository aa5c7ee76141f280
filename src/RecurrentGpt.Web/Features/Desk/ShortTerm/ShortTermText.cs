namespace RecurrentGpt.Web.Features.Desk.ShortTerm;

/// <summary>Names the words of short-term memory's changes, flags and history: <c>IStringLocalizer&lt;ShortTermText&gt;</c> reads ShortTermText.resx.</summary>
public sealed class ShortTermText;
