namespace RecurrentGpt.Web.Resources;

/// <summary>Names the resource that holds every word on the screen: <c>IStringLocalizer&lt;Text&gt;</c> reads Text.resx.</summary>
public sealed class Text;
