namespace RecurrentGpt.Web.Features.Settings.People;

/// <summary>Names the words of who may come in: <c>IStringLocalizer&lt;PeopleText&gt;</c> reads PeopleText.resx.</summary>
public sealed class PeopleText;
