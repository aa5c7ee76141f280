namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>Names the resource that holds every word about long-term memory: <c>IStringLocalizer&lt;LongTermText&gt;</c> reads LongTermText.resx.</summary>
public sealed class LongTermText;
