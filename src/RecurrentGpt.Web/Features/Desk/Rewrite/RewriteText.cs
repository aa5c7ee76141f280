namespace RecurrentGpt.Web.Features.Desk.Rewrite;

/// <summary>Names the words of rewriting: <c>IStringLocalizer&lt;RewriteText&gt;</c> reads RewriteText.resx.</summary>
public sealed class RewriteText;
