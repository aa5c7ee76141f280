namespace RecurrentGpt.Web.Features.Settings.Backups;

public sealed partial class BackupsSection
{
    [LoggerMessage(LogLevel.Error, "The backups could not be listed")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);
}
