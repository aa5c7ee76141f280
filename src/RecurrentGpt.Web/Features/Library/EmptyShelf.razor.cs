namespace RecurrentGpt.Web.Features.Library;

public sealed partial class EmptyShelf
{
    [LoggerMessage(LogLevel.Error, "The sample story could not be stored")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
