namespace RecurrentGpt.Web.Features.NewStory;

/// <summary>Names the words of the screen that begins a story: <c>IStringLocalizer&lt;NewStoryText&gt;</c> reads NewStoryText.resx.</summary>
public sealed class NewStoryText;
