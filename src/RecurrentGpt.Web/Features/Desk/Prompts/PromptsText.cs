namespace RecurrentGpt.Web.Features.Desk.Prompts;

/// <summary>Names the words of the prompts' dialog: <c>IStringLocalizer&lt;PromptsText&gt;</c> reads PromptsText.resx.</summary>
public sealed class PromptsText;
