namespace RecurrentGpt.Web.Features.Desk.Roads;

internal static partial class RoadsLog
{
    [LoggerMessage(LogLevel.Error, "The roads not taken of story {StoryId} could not be read")]
    public static partial void NotRead(ILogger logger, Exception exception, Guid storyId);
}
