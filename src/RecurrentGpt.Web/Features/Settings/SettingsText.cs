namespace RecurrentGpt.Web.Features.Settings;

/// <summary>Names the words of the settings' screen: <c>IStringLocalizer&lt;SettingsText&gt;</c> reads SettingsText.resx.</summary>
public sealed class SettingsText;
