namespace RecurrentGpt.Web.Features.Settings.People;

public sealed partial class PeopleSection
{
    [LoggerMessage(LogLevel.Error, "It could not be read or stored who may come in")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
