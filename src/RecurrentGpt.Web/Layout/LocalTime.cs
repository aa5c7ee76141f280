using System.Globalization;

namespace RecurrentGpt.Web.Layout;

/// <summary>Says a moment in the person's own time and in the language of the screen.</summary>
internal static class LocalTime
{
    public static string Of(DateTimeOffset time, TimeProvider clock) => TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone).ToString("f", CultureInfo.CurrentCulture);
}
