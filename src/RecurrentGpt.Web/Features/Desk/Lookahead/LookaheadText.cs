namespace RecurrentGpt.Web.Features.Desk.Lookahead;

/// <summary>Names the words of what is written ahead: <c>IStringLocalizer&lt;LookaheadText&gt;</c> reads LookaheadText.resx.</summary>
public sealed class LookaheadText;
