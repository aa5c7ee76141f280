namespace RecurrentGpt.Web.Features.Settings.Backups;

/// <summary>Names the words of the backups: <c>IStringLocalizer&lt;BackupsText&gt;</c> reads BackupsText.resx.</summary>
public sealed class BackupsText;
